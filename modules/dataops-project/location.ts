import { plainPrefix } from '../../core/aws/location';
import type { Names } from '../../core/naming/names';
import type { Registered } from '../../core/platform/registered';
import { Text } from '../../core/platform/text';
import type { DatabaseConfig } from './config';
import { projectNames } from './names';
import { projectPaths } from './published';

/** The folder of the project's bucket that is registered with Lake Formation. */
export const registeredFolder = 'data';

/** Where the data of a database lies. */
export interface DatabaseLocation {
  /** Undefined for the bucket of the project. */
  readonly bucket: Text | undefined;
  /** Without slashes at its ends; empty for the whole bucket. */
  readonly prefix: Text;
  /**
   * Who registered it, or a folder above it, with Lake Formation, so that it can be granted: the project, or
   * somebody else, in this platform or as the YAML states.
   */
  readonly registeredBy: 'project' | 'others' | undefined;
}

/** The location of a database. */
export function locationOf(
  names: Names,
  config: DatabaseConfig,
  registered: Registered = () => false,
): DatabaseLocation {
  const { locationBucketName, locationPrefix = Text.of(), lakeFormation } = config;
  const known = locationPrefix.literal;
  const prefix = known === undefined ? locationPrefix : Text.of(plainPrefix(known));
  const bucket = isOwnBucket(names, locationBucketName) ? undefined : locationBucketName;
  const inFolder = `${prefix.literal ?? ''}/`.startsWith(`${registeredFolder}/`);
  if (bucket === undefined && inFolder) return { bucket, prefix, registeredBy: 'project' };
  const path = bucket?.parameter?.path;
  const inPlatform = path !== undefined && known !== undefined && registered(path, plainPrefix(known));
  return {
    bucket,
    prefix,
    registeredBy: inPlatform || lakeFormation.locationRegistered ? 'others' : undefined,
  };
}

function isOwnBucket(names: Names, bucket: Text | undefined): boolean {
  if (!bucket) return true;
  const own = [names.path('bucket/name'), names.path(projectPaths.bucket, { preserveCase: true })];
  const path = bucket.parameter?.path;
  return bucket.literal === projectNames(names).bucket || (path !== undefined && own.includes(path));
}
