import type { Code } from '../../diagnostics/code';
import type { ConfigPath } from '../config/locate';

/** How a client of AWS's SDK is made by whoever asks: `new GlueClient(client)`. */
export interface ClientSettings {
  readonly region: string;
  readonly endpoint?: string;
  /** The SDK's default chain (environment, profile, …) by default. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
  };
  readonly maxAttempts: number;
  readonly requestHandler: { readonly connectionTimeout: number; readonly requestTimeout: number };
}

/** Something that is asked of AWS before a plan, because Terraform cannot ask it. No answer never stops a plan. */
export interface Question<Answer> {
  /** Ends the sentence "AWS did not say …". */
  readonly about: string;
  /** Where it is asked, by the role that the stack works with there. */
  readonly account: string;
  readonly region: string;
  /** Asks; loads the SDK only then. Rejected where AWS does not answer. */
  ask(client: ClientSettings): Promise<Answer>;
}

/** Whether something is there. The names of all that is are the value of a variable of the module, a list. */
export interface PresenceQuestion extends Question<boolean> {
  /** The variable, by the key of its address. */
  readonly variable: string;
  readonly name: string;
  /** What the lock file knows: taken where there is no answer. */
  readonly recorded: boolean;
  /** Where the lock file keeps the answer: an item of a list in the record of a module of the same definition. */
  readonly record: { readonly module: string; readonly list: string; readonly item: string };
  /** What is said as long as it is not there. */
  readonly pending: string;
}

/** What is wrong with an account, and what to do. */
export interface ConditionProblem {
  readonly code: Code;
  readonly message: string;
  readonly help: string;
}

/** What must hold in AWS before anything is planned; asked by `terralake doctor` too. */
export interface ConditionQuestion extends Question<ConditionProblem | undefined> {
  /** What is looked at: `QuickSight of 111111111111`. */
  readonly subject: string;
  /** What needs it, in the module's YAML. */
  readonly path: ConfigPath;
  /** Begins the sentence "…, so nothing was planned". */
  readonly need: string;
  /** What there is where it holds. */
  readonly met: string;
  /** The action that whoever asks needs. */
  readonly permission: string;
}

/** What a module asks of AWS before its stack is planned. */
export interface Questions {
  readonly presences?: readonly PresenceQuestion[];
  readonly conditions?: readonly ConditionQuestion[];
}
