import type { Condition, Statement } from '../policy';
import type { KmsGrant } from './request';

const statements = new WeakMap<KmsGrant, readonly Statement[]>();

// Operations without an encryption context, whatever the grant says about it.
const unconstrained = ['describekey', 'retiregrant'];

/**
 * A grant, said as statements of the key's policy: an allow beside it. The keys of constraints have no case, and
 * `EncryptionContextEquals` allows no pair more, so requests should state `kms:EncryptionContextKeys` too
 * (https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html).
 */
export function grantStatements(grant: KmsGrant): readonly Statement[] {
  const known = statements.get(grant);
  if (known) return known;
  const isFree = (operation: string): boolean => unconstrained.includes(operation.toLowerCase());
  const made = [
    statement(
      grant,
      0,
      grant.operations.filter((operation) => !isFree(operation)),
      constraints(grant),
    ),
    statement(grant, 1, grant.operations.filter(isFree), []),
  ].filter(({ actions = [] }) => actions.length > 0);
  statements.set(grant, made);
  return made;
}

function statement(
  { grantee }: KmsGrant,
  index: number,
  operations: readonly string[],
  conditions: readonly Condition[],
): Statement {
  const isArn = grantee.startsWith('arn:');
  return {
    sid: undefined,
    effect: 'Allow',
    principals: isArn ? { AWS: [grantee] } : { Service: [grantee] },
    actions: operations.map((operation) => `kms:${operation}`),
    resources: ['*'],
    conditions,
    variables: false,
    policy: `grant of the key to ${grantee}`,
    index,
    origin: undefined,
  };
}

function constraints({ encryptionContextEquals, encryptionContextSubset }: KmsGrant): readonly Condition[] {
  const pairs = Object.entries({ ...encryptionContextSubset, ...encryptionContextEquals });
  const each = pairs.map(([key, value]) => ({
    operator: 'StringEquals',
    key: `kms:EncryptionContext:${key}`,
    values: [value],
  }));
  if (encryptionContextEquals === undefined) return each;
  const keys = Object.keys(encryptionContextEquals);
  return [
    ...each,
    { operator: 'ForAllValues:StringEqualsIgnoreCase', key: 'kms:EncryptionContextKeys', values: keys },
  ];
}
