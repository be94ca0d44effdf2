/** Something failed while it ran: Terraform, a hook. */
export class RunError extends Error {
  constructor(
    message: string,
    readonly help = '',
  ) {
    super(message);
    this.name = 'RunError';
  }
}

/** A gate that refused: nothing was run. */
export class RefusedError extends Error {
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
    this.name = 'RefusedError';
  }
}
