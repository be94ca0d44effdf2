import { nobodyCalled, nothingCalled, unknownAction } from '../../access/questions/known-names';
import type { ModelIndex } from '../../access/questions/model-index';
import { named, resourcesNamed } from '../../access/questions/names';
import type { Who } from '../../access/questions/who';
import { UsageError } from '../shared/usage-error';

/** The one who is meant. @throws UsageError */
export function onePrincipal({ model }: ModelIndex, name: string, session: string | undefined): Who {
  const [only, ...others] = named(model, name, session);
  if (!only) {
    const { message, help } = nobodyCalled(model, name);
    throw new UsageError(message, help);
  }
  if (others.length > 0) {
    const labels = [only, ...others].map(({ label }) => label).join(', ');
    throw new UsageError(`"${name}" stands for several: ${labels}`, 'Name one of them.');
  }
  return only;
}

/** What is meant. @throws UsageError */
export function theResources({ model }: ModelIndex, name: string): readonly string[] {
  const found = resourcesNamed(model, name);
  if (found.length > 0) return found;
  const { message, help } = nothingCalled(name);
  throw new UsageError(message, help);
}

/** Checks that AWS, or the language of questions, has an action. @throws UsageError */
export function checkAction(action: string): void {
  const wrong = unknownAction(action);
  if (wrong) throw new UsageError(wrong.message, wrong.help);
}
