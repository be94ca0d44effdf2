import type { Place } from '../../diagnostics/diagnostic';
import type { Text } from './text';

/** A team of the organization: a group of the identity provider, by its exact name. */
export interface OrganizationTeam {
  /** Case-sensitive; the value of the tag `Team`. */
  readonly name: string;
  readonly place: Place;
  /** May own environments. */
  readonly linkEnvironments: boolean;
  /** May invite teams to its environments. */
  readonly inviteTeams: boolean;
  /** May edit everything. */
  readonly tenant: boolean;
  /** Who approves its files, as CODEOWNERS writes it: `@org/team` or an address. */
  readonly codeowner: string | undefined;
  /** The people behind the team: who may assume its roles. */
  readonly assumedBy: readonly TeamPeople[];
}

/** A way to name people. ARNs are literal but for account and partition. */
export type TeamPeople =
  | { readonly kind: 'permissionSet'; readonly name: string }
  | { readonly kind: 'role'; readonly arn: Text }
  | {
      readonly kind: 'saml';
      readonly providerArn: Text;
      /** SAML attribute → the value it must have. */
      readonly attributes: Readonly<Record<string, string>>;
    };

/** The teams of an organization, by name. */
export type OrganizationTeams = ReadonlyMap<string, OrganizationTeam>;
