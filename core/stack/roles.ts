import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import { DataAwsIamRoles } from '@cdktf/provider-aws/lib/data-aws-iam-roles';
import { Fn, Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';
import { accountOf } from '../../aws/arn';
import { roleNameOf } from '../aws/role-name';
import type { Role } from '../module/scope';
import { addressOf } from '../naming/address';
import type { RoleReference } from '../platform/role-reference';
import { isDeployRole, roleIdentity, roleKey, roleParameter, type Facet } from '../platform/role-identity';
import type { Text } from '../platform/text';
import type { EnvironmentStack } from './environment-stack';
import type { Linker } from './linker';
import { otherAccount, sameKey, unknownFacet } from './role-errors';
import { textValue } from './text-value';

/** The roles that one stack refers to: one object per role, facets found out when they are read. */
export class Roles {
  private readonly known = new Map<string, Role>();
  private readonly keys = new Map<string, string>();
  private readonly lookUps = new Map<string, DataAwsIamRole>();

  constructor(
    private readonly stack: EnvironmentStack,
    private readonly linker: Linker,
  ) {}

  /**
   * The role behind a reference; the same object for all references to it.
   * @throws ConfigurationError TL503 when two roles would share an address key
   */
  get(reference: RoleReference): Role {
    const { domain, account } = this.stack.plan.environment;
    const key = roleKey(reference, { domain, account });
    const identity = roleIdentity(reference);
    const holder = this.keys.get(key) ?? identity;
    if (holder !== identity) throw sameKey(key, this.stack);
    this.keys.set(key, identity);
    const known = `${identity} ${String(reference.immutable)}`;
    const role = this.known.get(known) ?? this.make(key, reference);
    this.known.set(known, role);
    return role;
  }

  private value(text: Text): string {
    return textValue(this.stack, this.linker, text);
  }

  private make(key: string, reference: RoleReference): Role {
    const facet = (wanted: Facet): string => this.facet(key, reference, wanted);
    return {
      key,
      immutable: reference.immutable,
      get id() {
        return facet('id');
      },
      get arn() {
        return facet('arn');
      },
      get name() {
        return facet('name');
      },
    };
  }

  private facet(key: string, reference: RoleReference, wanted: Facet): string {
    if (isDeployRole(reference)) return this.deployRole(key, wanted);
    const given = reference.sso ? undefined : reference[wanted];
    if (given) return this.value(given);
    const parameter = roleParameter(reference);
    if (parameter !== undefined) return this.published(key, parameter, wanted);
    if (reference.sso) return this.permissionSet(key, reference, wanted);
    if (foreign(reference, this.stack)) throw otherAccount(key, wanted, this.stack);
    const name = reference.name
      ? this.value(reference.name)
      : reference.arn && roleNameOf(this.value(reference.arn));
    if (name === undefined) throw unknownFacet(key, wanted, this.stack);
    return wanted === 'name' ? name : read(this.lookUp(key, name), wanted);
  }

  private deployRole(key: string, wanted: Facet): string {
    const arn = this.stack.provider.deployer;
    if (wanted === 'arn') return arn;
    return wanted === 'name' ? roleNameOf(arn) : this.lookUp(key, roleNameOf(arn)).uniqueId;
  }

  /** A role known by one of its parameters: the others are its siblings; the name is part of the ARN. */
  private published(key: string, parameter: string, wanted: Facet): string {
    const path = `${parameter}/${wanted}`;
    if (wanted === 'name' && this.linker.otherAccount(this.stack, `${parameter}/arn`) !== undefined)
      throw otherAccount(key, wanted, this.stack);
    if (wanted !== 'name') return this.linker.token(this.stack, path);
    const arn = this.linker.token(this.stack, `${parameter}/arn`);
    return Lazy.stringValue({ produce: () => this.stack.roleNames.get(parameter) ?? roleNameOf(arn) });
  }

  private lookUp(key: string, name: string): DataAwsIamRole {
    const found =
      this.lookUps.get(key) ??
      new DataAwsIamRole(this.at('role'), addressOf('link', ['role', key]), { name });
    this.lookUps.set(key, found);
    return found;
  }

  /** Identity Center names its roles `AWSReservedSSO_<permission set>_<16 characters>`; exactly one must match. */
  private permissionSet(key: string, reference: RoleReference, wanted: Facet): string {
    const id = addressOf('link', ['roles', key]);
    const existing = this.at('roles').node.tryFindChild(id) as DataAwsIamRoles | undefined;
    const roles =
      existing ??
      new DataAwsIamRoles(this.at('roles'), id, {
        nameRegex: `^AWSReservedSSO_${reference.name ? this.value(reference.name) : ''}_[0-9a-zA-Z]{16}$`,
        pathPrefix: '/aws-reserved/sso.amazonaws.com/',
        lifecycle: {
          postcondition: [
            {
              condition: '${length(self.arns) == 1}',
              errorMessage: `Exactly one role must belong to the permission set of ${key}.`,
            },
          ],
        },
      });
    const arn = Token.asString(Fn.one(roles.arns));
    if (wanted === 'arn') return arn;
    return wanted === 'name' ? roleNameOf(arn) : this.lookUp(key, roleNameOf(arn)).uniqueId;
  }

  private at(part: string): Construct {
    const id = `link-${part}`;
    const child = this.stack.node.tryFindChild(id);
    return child instanceof Construct ? child : new Construct(this.stack, id);
  }
}

function read(role: DataAwsIamRole, wanted: 'id' | 'arn'): string {
  return wanted === 'id' ? role.uniqueId : role.arn;
}

/** Whether the ARN is of an account that is stated not to be the stack's own, where names mean other roles. */
function foreign({ arn }: RoleReference, stack: EnvironmentStack): boolean {
  const { account: own } = stack.plan.environment;
  const account = arn && accountOf(arn.describe());
  return account !== undefined && own !== undefined && account !== own;
}
