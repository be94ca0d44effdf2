import type { Role } from '../module/scope';
import { kmsAdminister, kmsDecrypt, kmsUse } from './actions';
import type { Location } from './location';
import type { PolicyStatement } from '../../aws/iam/statement';
import { byUserId, distinct } from './principals';

/** Who may do what with a key. */
export interface KeyAccess {
  /** Roles that encrypt and decrypt. */
  readonly users?: readonly Role[];
  /** Roles that only decrypt. */
  readonly readers?: readonly Role[];
  /** Roles that administer the key; using it is a right of its own. */
  readonly admins?: readonly Role[];
  /** Grants to services. */
  readonly statements?: readonly PolicyStatement[];
}

/** The statements of a key's policy. The account's root lets IAM policies grant the use of the key. */
export function keyStatements(location: Location, access: KeyAccess): readonly PolicyStatement[] {
  const { users = [], readers = [], admins = [], statements = [] } = access;
  const writing = new Set(users.map((role) => role.key));
  const reading = readers.filter((role) => !writing.has(role.key));
  const root = `arn:${location.partition}:iam::${location.account}:root`;
  return [
    { sid: 'Account', actions: ['kms:*'], resources: ['*'], principals: { AWS: [root] } },
    ofRoles('Usage', kmsUse, users, location),
    ofRoles('Reading', [...kmsDecrypt, 'kms:DescribeKey'], reading, location),
    ofRoles('Administration', kmsAdminister, admins, location),
    ...statements,
  ];
}

function ofRoles(
  sid: string,
  actions: readonly string[],
  roles: readonly Role[],
  { account }: Location,
): PolicyStatement {
  const { principals, conditions } = byUserId(distinct(roles));
  // The caller's account, so that nobody takes the principal `*` for a public grant.
  const own = { StringEquals: { 'kms:CallerAccount': [account] } };
  return { sid, actions, resources: ['*'], principals, conditions: { ...conditions, ...own } };
}
