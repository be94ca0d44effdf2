import { describePlace, error } from '../../config/report';
import type { Diagnostic } from '../../config/diagnostic';
import type { Platform } from '../platform';
import { repeated } from './pairs';
import { modulesOf, moduleWords } from './words';

/** Bucket names are unique in the world, so in a platform. */
export function checkBucketNames(platform: Platform): readonly Diagnostic[] {
  const buckets = modulesOf(platform).flatMap((owner) =>
    owner.module.declaration.names
      .filter(({ kind }) => kind === 's3 bucket')
      .map(({ name }) => ({ name, owner })),
  );
  return repeated(buckets, ({ name }) => name).map(([first, { name, owner }]) =>
    error(
      'TL502',
      owner.module.place,
      `the bucket name ${name} is used by ${moduleWords(owner)} and by ${moduleWords(first.owner)} (${describePlace(first.owner.module.place)})`,
      'Rename one of the two buckets, modules, environments or domains.',
    ),
  );
}
