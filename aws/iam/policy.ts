/** How a policy takes part in a decision. */
export type PolicyKind = 'identity' | 'boundary' | 'session' | 'resource' | 'trust';

/**
 * A policy document in one form: fields are lists, values are plain text without Terraform's escapes. `Origin` is
 * whatever its reader says about where a statement comes from.
 */
export interface Policy<Origin = unknown> {
  readonly kind: PolicyKind;
  /** What people call it: the name of a managed policy, `bucket policy of <bucket>`, … */
  readonly name: string;
  readonly statements: readonly Statement<Origin>[];
}

/** Who a statement is about: everybody, or identifiers by kind. */
export type Principals =
  | '*'
  | {
      readonly AWS?: readonly string[];
      readonly Service?: readonly string[];
      readonly Federated?: readonly string[];
      readonly CanonicalUser?: readonly string[];
    };

/** One operator on one key; all conditions of a statement must hold. */
export interface Condition {
  /** As written, such as `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export type Effect = 'Allow' | 'Deny';

/** What a statement is about, however its conditions are put. Statements of identity policies have no principals. */
export interface Subject {
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principals?: Principals;
}

/** A statement as it is read. */
export interface Statement<Origin = unknown> extends Subject {
  readonly sid: string | undefined;
  readonly effect: Effect;
  readonly notPrincipals?: Principals;
  readonly conditions: readonly Condition[];
  /**
   * False where `${…}` is plain text: in documents without `Version: 2012-10-17`
   * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).
   */
  readonly variables?: boolean;
  /** The policy that it stands in, its position there (from 0), and where it comes from. */
  readonly policy: string;
  readonly index: number;
  readonly origin: Origin | undefined;
}

/** Stands for a policy whose document is not at hand: it may allow or deny anything, and nobody can say. */
export function undecidable(kind: PolicyKind, name: string): Policy<never> {
  const attached = kind === 'resource' || kind === 'trust';
  const statement = (effect: Effect, index: number): Statement<never> => ({
    sid: undefined,
    effect,
    ...(attached && { principals: '*' }),
    actions: ['*'],
    resources: ['*'],
    // No operator of AWS: what the document says is not known.
    conditions: [{ operator: 'Unknown', key: 'the document', values: [] }],
    policy: name,
    index,
    origin: undefined,
  });
  return { kind, name, statements: [statement('Deny', 0), statement('Allow', 1)] };
}
