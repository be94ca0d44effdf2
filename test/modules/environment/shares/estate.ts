import { join } from 'node:path';
import type { ContextValues } from '../../../../aws/iam/evaluate/context';
import { ask } from '../../../../access/questions/ask';
import { ModelIndex } from '../../../../access/questions/model-index';
import { named } from '../../../../access/questions/names';
import { modelOfStacks } from '../../../../access/stacks/model';
import { readStacks } from '../../../../access/stacks/stack-source';
import type { twoEnvironments } from './platform';

type Platform = Awaited<ReturnType<typeof twoEnvironments>>;

/** Asks what stands after both stacks were applied: `may('lab-analysts', 's3:GetObject', …)`. */
export function asking(platform: Platform) {
  const model = modelOfStacks(readStacks(platform, join(platform.folder, 'cdktf.out')));
  const index = new ModelIndex(model);
  return (role: string, action: string, arn: string, said: ContextValues = {}): string => {
    const [who, other] = named(model, role);
    if (!who || other) throw new Error(`${role} names ${other ? 'several' : 'nobody'}`);
    return ask(index, who, action, arn, said as Record<string, string>).outcome;
  };
}
