/** A requirement of the document "Environments and Teams", what stands for it, and how it is known to hold. */
export interface Requirement {
  /** D1 to D33. */
  readonly id: string;
  /** What the document asks for, in a few words. */
  readonly asks: string;
  /** What stands for it here. */
  readonly stands: string;
  readonly test: {
    /** The test file, below `test/`. */
    readonly file: string;
    /** Beginning of the test's name. */
    readonly name: string;
  };
  /** The change of the code that turns the test red; every one of them is tried by `npm run test:full`. */
  readonly change: {
    readonly file: string;
    /** A piece of a line that is there once. */
    readonly from: string;
    readonly to: string;
  };
}
