import { suggestion } from '../../core/config/nearest';
import { actionExists, actionsOf } from '../../aws/actions/action-data';
import type { AccessModel } from '../model/model';
import { rowActions } from './ask';
import { everybody, nearPrincipals, resourceWords } from './names';

/** What is said where a name stands for nothing. */
export interface NotKnown {
  readonly message: string;
  readonly help: string;
}

/** A name that no principal has. */
export function nobodyCalled(model: AccessModel, name: string): NotKnown {
  if (/^deployer(-\d{12})?$/.test(name)) {
    return {
      message: `nobody is called "${name}"`,
      help: 'State `deployRoleArn` in the YAML, or, with --live, name the identity with --deployer <ARN>.',
    };
  }
  const near = nearPrincipals(model, name).map((label) => `"${label}"`);
  const labels = everybody(model).map(({ label }) => label);
  return {
    message: `nobody is called "${name}"`,
    help: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : suggestion(name, labels),
  };
}

/** A name that no data has. */
export function nothingCalled(name: string): NotKnown {
  return {
    message: `the platform has nothing called "${name}"`,
    help: `Names begin with ${resourceWords.map((word) => `${word}/`).join(', ')} or arn:.`,
  };
}

/** What is wrong with an action; undefined for one that AWS, or the language of questions, has. */
export function unknownAction(action: string): NotKnown | undefined {
  const own = Object.hasOwn(rowActions, action.toLowerCase()) || /^lakeformation:[A-Z_]+$/.test(action);
  if (own || actionExists(action)) return undefined;
  const known = actionsOf(action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase());
  return {
    message: `AWS has no action "${action}"`,
    help:
      known.length > 0
        ? suggestion(action, known)
        : 'Write <service>:<Action> as AWS does, lakeformation:<PERMISSION>, data:Read or data:Write.',
  };
}
