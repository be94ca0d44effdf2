import type { DataBucket } from '../bucket-access';
import type { EncryptionKey } from '../key';
import type { StudioDomainConfig } from './config';
import type { ScriptLocation } from './lifecycle-script';
import type { Role } from '../../module/scope';

export interface StudioDomainOptions {
  readonly config: StudioDomainConfig;
  /** What apps run as. */
  readonly executionRole: Role;
  readonly key: EncryptionKey;
  /** Holds shared notebooks and assets. */
  readonly bucket: DataBucket;
  readonly location: ScriptLocation;
  /** Spaces may be shared: they run as the execution role. @default false */
  readonly sharedSpaces?: boolean;
}
