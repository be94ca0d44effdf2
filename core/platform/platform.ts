import type { OtherSite } from '../../aws/site';
import type { Place } from '../../diagnostics/diagnostic';
import type { ConfigPath } from '../config/locate';
import type { ModuleContext, ModuleDefinition } from '../module/define-module';
import type { Names } from '../naming/names';
import type { Declaration } from './declaration';
import type { OrganizationTeams } from './organization-team';
import type { ModuleRecord } from './record';
import type { Text } from './text';

/** A platform: what the YAML says, resolved and valid, as plain data. Environments in file order. */
export interface Platform {
  readonly organization: string;
  /** The folder of the root file: absolute, never part of any output. */
  readonly folder: string;
  /** The root file's name, relative to {@link folder}. */
  readonly rootFile: string;
  /** Teams of the organization (`organization_teams`). */
  readonly teams: OrganizationTeams;
  /** Every file that was read. */
  readonly files: readonly SourceFile[];
  readonly environments: readonly Environment[];
}

/** A file that was read, relative to the root file's folder. */
export interface SourceFile {
  readonly file: string;
  /** The file that includes it as text (`!include`). */
  readonly includedBy?: string;
}

/** A module and where it stands. */
export interface Located {
  readonly environment: Environment;
  readonly module: Module;
}

/** One environment of one domain. */
export interface Environment {
  readonly domain: string;
  readonly name: string;
  readonly place: Place;
  /** `stack_name` or `<domain>-<environment>`. */
  readonly stackName: string;
  /** One stack, or one per module. */
  readonly stacks: 'per-environment' | 'per-module';
  /** Twelve digits; undefined for `default`. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** The provider's `default_tags`: tag files, inline tags and the system tags of organization, environment, domain. */
  readonly tags: Readonly<Record<string, string>>;
  readonly backend: Backend;
  readonly deployRoleArn: string | undefined;
  readonly planRoleArn: string | undefined;
  readonly assumeDeployRole: boolean;
  /** What the deploy role wants to hear from who assumes it. */
  readonly deployRoleExternalId: string | undefined;
  /** The two ARNs with the account left open, where they are written with `{{account}}`: for other accounts. */
  readonly deployRoleTemplate: Text | undefined;
  readonly planRoleTemplate: Text | undefined;
  readonly modules: readonly Module[];
  /** Names of modules that had errors of their own, and are not among {@link modules}. */
  readonly leftOut: readonly string[];
}

/** One module of an environment. */
export interface Module {
  /** The key under `modules:`. */
  readonly name: string;
  /** `module_path` as written. */
  readonly path: string;
  readonly place: Place;
  /** Where a part of the module's YAML is written; the closest that is, if the path leads nowhere. */
  readonly locate: (path: ConfigPath) => Place;
  /** Where an object of the parsed configuration (a role reference, a text) is written; the module, where it is not. */
  readonly placeOf: (written: unknown) => Place;
  readonly definition: ModuleDefinition;
  /** The parsed configuration, as the definition's schema makes it. */
  readonly config: unknown;
  readonly names: Names;
  readonly declaration: Declaration;
  /** What the lock file is to record of the module, see `record` of its definition. */
  readonly record: ModuleRecord | undefined;
  /** What the module knew when it was read. */
  readonly context: ModuleContext;
  /** Tags of this module alone (module-level tag keys and the system tags of the module). */
  readonly tags: Readonly<Record<string, string>>;
  /** Tags that the definition gives, by the first two parts of an address. */
  readonly tagsOf: (part: string, object: string) => Readonly<Record<string, string>>;
  /** Literal but for account, region and partition. */
  readonly permissionsBoundaryArn: Text | undefined;
  /** False lifts the protection of what holds data. */
  readonly deletionProtection: boolean;
  readonly predeploy: readonly Hook[];
  readonly postdeploy: readonly Hook[];
  /** Other accounts and regions that the YAML lets the module reach. */
  readonly additionalTargets: readonly AdditionalTarget[];
}

/** An entry of `additional_accounts` or `additional_stacks`; what is left out is that of the environment. */
export interface AdditionalTarget extends OtherSite {
  readonly place: Place;
}

/** A shell command around `terralake apply`. */
export interface Hook {
  /** With `${TERRALAKE_ACCOUNT}`, `${TERRALAKE_REGION}` and `${TERRALAKE_PARTITION}` where the environment says `default`. */
  readonly command: string;
  readonly exitIfFail: boolean;
  readonly afterSuccess: boolean;
  readonly place: Place;
}

/** Where a stack's state lives. */
export type Backend =
  | { readonly kind: 'local'; readonly path: string | undefined }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly region: string | undefined;
      readonly kmsKeyId: string | undefined;
      readonly lock: 's3' | 'dynamodb';
      /** Name of the lock table, for `lock: dynamodb`. */
      readonly dynamodbTable: string | undefined;
      readonly assumeRoleArn: string | undefined;
    }
  | {
      readonly kind: 'cloud';
      readonly organization: string;
      readonly project: string | undefined;
      readonly hostname: string | undefined;
    };
