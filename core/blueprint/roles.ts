import type { Diagnostic } from '../../diagnostics/diagnostic';
import { accountOf } from '../../aws/arn';
import type { Role } from '../module/scope';
import { addressOf } from '../naming/address';
import { isDeployRole, roleIdentity, roleKey, roleParameter, type Facet } from '../platform/role-identity';
import type { RoleReference } from '../platform/role-reference';
import type { Text } from '../platform/text';
import { DataAwsIamRole, DataAwsIamRoles } from '../provider/aws';
import { call } from '../provider/expression';
import { awaited } from './parameter';
import { roleNameOf } from './role-name';
import type { StackDrawing } from './stack-drawing';
import type { StackProvider } from './stack-provider';
import { textValue } from './text-value';

/** Why a role reference cannot be followed. */
export type RoleFinding = Pick<Diagnostic, 'code' | 'message' | 'help'>;

/** Tells of it, at the reference's own line. */
export type RefuseRole = (finding: RoleFinding) => void;

/** A role whose name is wanted and which is known by a parameter: who publishes it, the link step knows. */
export interface AwaitedName {
  /** Path of the parameter of its ARN. */
  readonly path: string;
  readonly refuse: () => void;
}

/** A role, with everybody who referred to it. */
interface Known {
  readonly role: Role;
  readonly references: RefuseRole[];
  readonly findings: RoleFinding[];
}

/** What stands where a role could not be found out: nothing is rendered then. */
const refused = 'refused';

/** The roles that one stack refers to: one object per role, facets found out when they are read. */
export class Roles {
  /** Looked at by the link step. */
  readonly awaitedNames: AwaitedName[] = [];
  private readonly known = new Map<string, Known>();
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly stack: StackDrawing,
    private readonly provider: StackProvider,
  ) {}

  /** The role behind a reference; the same object for all references to it. */
  get(reference: RoleReference, refuse: RefuseRole): Role {
    const { domain, account } = this.stack.plan.environment;
    const key = roleKey(reference, { domain, account });
    const identity = roleIdentity(reference);
    const holder = this.keys.get(key) ?? identity;
    if (holder !== identity) refuse(sameKey(key, this.stack.id));
    this.keys.set(key, holder);
    const word = `${identity} ${String(reference.immutable)}`;
    const known = this.known.get(word) ?? this.make(key, reference);
    this.known.set(word, known);
    known.references.push(refuse);
    known.findings.forEach(refuse);
    return known.role;
  }

  private make(key: string, reference: RoleReference): Known {
    const references: RefuseRole[] = [];
    const findings: RoleFinding[] = [];
    const refuse = (finding: RoleFinding) => {
      if (findings.some(({ message }) => message === finding.message)) return;
      findings.push(finding);
      references.forEach((tell) => tell(finding));
    };
    const facet = (wanted: Facet): string => this.facet(key, reference, wanted, refuse);
    const role: Role = {
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
    return { role, references, findings };
  }

  private value(text: Text): string {
    return textValue(this.provider, text);
  }

  private facet(key: string, reference: RoleReference, wanted: Facet, refuse: RefuseRole): string {
    if (isDeployRole(reference)) return this.deployRole(key, wanted);
    const given = reference.sso ? undefined : reference[wanted];
    if (given) return this.value(given);
    const parameter = roleParameter(reference);
    if (parameter !== undefined) return this.published(key, parameter, wanted, refuse);
    if (reference.sso) return this.permissionSet(key, reference, wanted);
    if (foreign(reference, this.stack)) {
      refuse(otherAccount(key, wanted));
      return refused;
    }
    const name = reference.name
      ? this.value(reference.name)
      : reference.arn && roleNameOf(this.value(reference.arn));
    if (name === undefined) {
      refuse(unknownFacet(key, wanted));
      return refused;
    }
    return wanted === 'name' ? name : this.lookedUp(key, name, wanted);
  }

  /** A role known by one of its parameters: the others are its siblings; the name is part of the ARN. */
  private published(key: string, parameter: string, wanted: Facet, refuse: RefuseRole): string {
    if (wanted !== 'name') return awaited('value', `${parameter}/${wanted}`);
    this.awaitedNames.push({
      path: `${parameter}/arn`,
      refuse: () => refuse(otherAccount(key, wanted)),
    });
    return awaited('roleName', parameter);
  }

  private deployRole(key: string, wanted: Facet): string {
    const arn = this.provider.deployer;
    if (wanted === 'arn') return arn;
    return wanted === 'name' ? roleNameOf(arn) : this.lookedUp(key, roleNameOf(arn), 'id');
  }

  private lookedUp(key: string, name: string, wanted: 'id' | 'arn'): string {
    const id = addressOf('link', ['role', key]);
    const found = this.stack.find(DataAwsIamRole, id, ['link-role', id], { name });
    return wanted === 'id' ? found.uniqueId : found.arn;
  }

  /** Identity Center names its roles `AWSReservedSSO_<permission set>_<16 characters>`; exactly one must match. */
  private permissionSet(key: string, reference: RoleReference, wanted: Facet): string {
    const id = addressOf('link', ['roles', key]);
    const roles = this.stack.find(DataAwsIamRoles, id, ['link-roles', id], {
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
    const arn = call('one', call('tolist', roles.arns));
    if (wanted === 'arn') return arn;
    return wanted === 'name' ? roleNameOf(arn) : this.lookedUp(key, roleNameOf(arn), 'id');
  }
}

/** Whether the ARN is of an account that is stated not to be the stack's own, where names mean other roles. */
function foreign({ arn }: RoleReference, stack: StackDrawing): boolean {
  const { account: own } = stack.plan.environment;
  const account = arn && accountOf(arn.describe());
  return account !== undefined && own !== undefined && account !== own;
}

/** A name means another role in another account. */
function otherAccount(key: string, wanted: Facet) {
  return {
    code: 'TL410',
    message: `the ${wanted} of the role "${key}" is needed here, which cannot be looked up in another account`,
    help: 'Add `id:` to the role reference, and `immutable: true` where policies would be attached.',
  } as const;
}

/** From an id alone AWS tells nothing. */
function unknownFacet(key: string, wanted: Facet) {
  return {
    code: 'TL307',
    message: `the ${wanted} of the role "${key}" is needed here, and AWS cannot tell it from an id`,
    help: 'Add `arn:` or `name:` to the role reference.',
  } as const;
}

/** Two roles that would share their addresses. */
function sameKey(key: string, stack: string) {
  return {
    code: 'TL503',
    message: `two references in stack "${stack}" name a role "${key}" in different ways`,
    help: 'Refer to one role in one way everywhere (by its generated-role parameter, ARN or name); if they are two roles, rename one.',
  } as const;
}
