import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import { DataAwsIamRoles } from '@cdktf/provider-aws/lib/data-aws-iam-roles';
import { Fn, Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';
import { ConfigurationError } from '../config/diagnostic';
import type { Role } from '../module/scope';
import { addressOf } from '../naming/address';
import type { RoleReference } from '../platform/role-reference';
import { isDeployRole, roleIdentity, roleKey, roleParameter, type Facet } from '../platform/role-identity';
import type { Text } from '../platform/text';
import type { EnvironmentStack } from './environment-stack';
import type { Linker } from './linker';
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
    if (isDeployRole(reference) && wanted === 'arn') return this.stack.provider.deployer;
    const given = reference.sso ? undefined : reference[wanted];
    if (given && !isDeployRole(reference)) return this.value(given);
    const parameter = roleParameter(reference);
    if (parameter !== undefined) return this.published(parameter, wanted);
    if (reference.sso) return this.permissionSet(key, reference, wanted);
    if (wanted === 'name' && reference.arn) return nameOf(this.value(reference.arn));
    const name = this.nameOf(reference);
    if (name === undefined) throw unknownFacet(key, wanted, this.stack);
    if (wanted === 'name') return name;
    return read(this.lookUp(key, name), wanted);
  }

  /** A role known by one of its parameters: the others are its siblings; the name is part of the ARN. */
  private published(parameter: string, wanted: Facet): string {
    const path = `${parameter}/${wanted}`;
    if (wanted !== 'name') return this.linker.token(this.stack, path);
    const arn = this.linker.token(this.stack, `${parameter}/arn`);
    const name = this.stack.roleNames.get(parameter);
    return Lazy.stringValue({ produce: () => name ?? this.stack.roleNames.get(parameter) ?? nameOf(arn) });
  }

  private nameOf(reference: RoleReference): string | undefined {
    if (isDeployRole(reference)) return nameOf(this.stack.provider.deployer);
    if (reference.name) return this.value(reference.name);
    return reference.arn && nameOf(this.value(reference.arn));
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
    const arn = Token.asString(Fn.one(Fn.tolist(roles.arns)));
    if (wanted === 'arn') return arn;
    return wanted === 'name' ? nameOf(arn) : this.lookUp(key, nameOf(arn)).uniqueId;
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

/** The last segment of an ARN: at once where it is literal, as an expression otherwise. */
function nameOf(arn: string): string {
  if (!Token.isUnresolved(arn)) return arn.split('/').at(-1) ?? arn;
  return Token.asString(Fn.element(Fn.split('/', arn), -1));
}

function unknownFacet(key: string, wanted: Facet, stack: EnvironmentStack): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL307',
      message: `the ${wanted} of the role "${key}" is needed here, and AWS cannot tell it from an id`,
      help: 'Add `arn:` or `name:` to the role reference.',
      place: stack.plan.environment.place,
    },
  ]);
}

function sameKey(key: string, stack: EnvironmentStack): ConfigurationError {
  return new ConfigurationError([
    {
      severity: 'error',
      code: 'TL503',
      message: `two references in stack "${stack.node.id}" name a role "${key}" in different ways`,
      help: 'Refer to one role in one way everywhere (by its generated-role parameter, ARN or name); if they are two roles, rename one.',
      place: stack.plan.environment.place,
    },
  ]);
}
