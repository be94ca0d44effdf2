/** A wrong call, not a wrong configuration: exit code 2 as well. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A gate that refused: exit code 3. */
export class RefusedError extends Error {
  constructor(
    message: string,
    readonly help: string,
  ) {
    super(message);
    this.name = 'RefusedError';
  }
}

/** Something failed while it ran (Terraform, a hook): exit code 1. */
export class RunError extends Error {
  constructor(
    message: string,
    readonly help = '',
  ) {
    super(message);
    this.name = 'RunError';
  }
}
