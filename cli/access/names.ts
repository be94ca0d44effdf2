import { suggestion } from '../../core/config/nearest';
import { actionExists, actionsOf } from '../../access/actions/action-data';
import { rowActions } from '../../access/questions/ask';
import type { ModelIndex } from '../../access/questions/model-index';
import {
  everybody,
  named,
  nearPrincipals,
  resourcesNamed,
  resourceWords,
} from '../../access/questions/names';
import type { Who } from '../../access/questions/who';
import { UsageError } from '../shared/usage-error';

/** The one who is meant. @throws UsageError */
export function onePrincipal({ model }: ModelIndex, name: string, session: string | undefined): Who {
  const found = named(model, name, session);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1) {
    const labels = found.map(({ label }) => label).join(', ');
    throw new UsageError(`"${name}" stands for several: ${labels}`, 'Name one of them.');
  }
  const near = nearPrincipals(model, name);
  const labels = everybody(model).map(({ label }) => label);
  const help = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : suggestion(name, labels);
  throw new UsageError(`nobody is called "${name}"`, help);
}

/** What is meant. @throws UsageError */
export function theResources({ model }: ModelIndex, name: string): readonly string[] {
  const found = resourcesNamed(model, name);
  if (found.length > 0) return found;
  throw new UsageError(
    `the platform has nothing called "${name}"`,
    `Names begin with ${resourceWords.map((word) => `${word}/`).join(', ')} or arn:.`,
  );
}

/** An action that AWS, or the language of questions, has. @throws UsageError */
export function knownAction(action: string): string {
  const own =
    Object.keys(rowActions).includes(action.toLowerCase()) || /^lakeformation:[A-Z_]+$/.test(action);
  if (own || actionExists(action)) return action;
  const service = action.slice(0, Math.max(action.indexOf(':'), 0));
  const known = actionsOf(service.toLowerCase());
  throw new UsageError(
    `there is no action "${action}"`,
    known.length > 0
      ? suggestion(action, known)
      : 'Write <service>:<Action> as AWS does, lakeformation:<PERMISSION>, data:Read or data:Write.',
  );
}
