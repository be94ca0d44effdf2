import { iamArn } from '../../aws/arn';
import type { Caller } from '../../aws/iam/evaluate/request';
import type { AccessModel, Principal, Tags } from '../model/model';
import type { TracedPolicy } from '../model/origin';

/** Somebody who asks: a principal of the model, somebody who stands for all others, or a service. */
export interface Who {
  readonly label: string;
  readonly caller: Caller;
  readonly tags: Tags;
  /** Undefined where the principal's own policies are not known. */
  readonly identity: readonly TracedPolicy[] | undefined;
  readonly boundary?: TracedPolicy;
  /** The principal of the model. */
  readonly principal?: Principal;
}

/** The session name of roles for whom none is said. */
const plainSession = 'session';

/** A session of a role of the model, or a user of it. */
export function whoIs(principal: Principal, session = plainSession): Who {
  const { arn, id, account, label, tags, identity, boundary } = principal;
  const caller: Caller =
    principal.kind === 'role'
      ? { kind: 'role', arn, id, account, session }
      : { kind: 'user', arn, id, account };
  return { label, caller, tags, identity, ...(boundary && { boundary }), principal };
}

/** Any role of an account with all rights that IAM can give: stands for all whom the platform does not name. */
export function administrator(model: AccessModel, account: string, label = 'administrator'): Who {
  const named = iamArn({ partition: model.partition, account }, `role/${label}`);
  // Whatever policies say of a role that is really called so, they do not say of all others.
  const arn = model.principals.some((principal) => principal.arn === named) ? `${named}-other` : named;
  const caller: Caller = { kind: 'role', arn, id: 'AROAADMINISTRATOR0000', account, session: plainSession };
  return { label, caller, tags: {}, identity: [everything] };
}

/** A role with all rights in an account that is none of the platform's. */
export function outsider(model: AccessModel): Who {
  const own = new Set([...model.principals, ...model.resources].map(({ account }) => account));
  const account = ['999999999999', '888888888888', '777777777777'].find((id) => !own.has(id)) ?? '';
  return administrator(model, account, 'outsider');
}

/** Somebody without any identity. */
export const anonymous: Who = {
  label: 'anonymous',
  caller: { kind: 'anonymous' },
  tags: {},
  identity: undefined,
};

/** A service of AWS, such as `glue.amazonaws.com`. */
export function service(name: string): Who {
  return {
    label: `service:${name}`,
    caller: { kind: 'service', service: name },
    tags: {},
    identity: undefined,
  };
}

const everything: TracedPolicy = {
  kind: 'identity',
  name: 'AdministratorAccess',
  statements: [
    {
      sid: undefined,
      effect: 'Allow',
      actions: ['*'],
      resources: ['*'],
      conditions: [],
      policy: 'AdministratorAccess',
      index: 0,
      origin: undefined,
    },
  ],
};
