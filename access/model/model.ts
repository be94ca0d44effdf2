import type { TracedPolicy } from './origin';
import type { Origin } from './origin';
import type { KmsGrant } from '../../aws/iam/evaluate/request';

/** What access depends on in one or more accounts, as it would be after `apply`, or as it was read back. Plain data. */
export interface AccessModel {
  readonly partition: string;
  readonly principals: readonly Principal[];
  readonly resources: readonly Resource[];
  /** One for each account and region that has any. */
  readonly lakeFormation: readonly LakeFormation[];
  /** What was assumed or could not be found out, for people. */
  readonly assumptions: readonly string[];
}

/** A role or user. */
export interface Principal {
  readonly kind: 'role' | 'user';
  /** Unique; how tables and reasons call it: `<stack>/<role>` for roles of the platform, else the name. */
  readonly label: string;
  /** Other names that it answers to: physical name, ARN, address. */
  readonly aliases: readonly string[];
  readonly arn: string;
  /** `AROA…` or `AIDA…`; what stands in for it where AWS has not made one yet. */
  readonly id: string;
  readonly account: string;
  readonly tags: Tags;
  /** Undefined for a principal that the platform only refers to: what else it may do is not known. */
  readonly identity: readonly TracedPolicy[] | undefined;
  readonly boundary?: TracedPolicy;
  readonly trust?: TracedPolicy;
  readonly origin: Origin | undefined;
}

export type Tags = Readonly<Record<string, string>>;

interface Common {
  /** Unique within its kind; how tables and reasons call it. */
  readonly label: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly tags: Tags;
  readonly policy?: TracedPolicy;
  readonly origin: Origin | undefined;
}

export interface Bucket extends Common {
  readonly kind: 'bucket';
  readonly name: string;
  /** The key that objects are encrypted with; undefined for S3's own. */
  readonly keyArn: string | undefined;
  readonly bucketKey: boolean;
  readonly publicAccessBlock: {
    readonly blockPublicAcls: boolean;
    readonly blockPublicPolicy: boolean;
    readonly ignorePublicAcls: boolean;
    readonly restrictPublicBuckets: boolean;
  };
  /** `BucketOwnerEnforced` means that ACLs mean nothing. */
  readonly objectOwnership: string;
}

export interface AccessPoint extends Common {
  readonly kind: 'access point';
  readonly bucket: string;
}

export interface Key extends Common {
  readonly kind: 'key';
  /** Without `alias/`. */
  readonly aliases: readonly string[];
  readonly rotation: boolean;
  readonly grants: readonly KmsGrant[];
}

/** The Glue catalog of an account and region. */
export interface Catalog extends Common {
  readonly kind: 'catalog';
  readonly keyArn: string | undefined;
}

export interface Database extends Common {
  readonly kind: 'database';
  readonly name: string;
  /** `s3://…`, where one is set. */
  readonly location: string | undefined;
}

export interface Table extends Common {
  readonly kind: 'table';
  readonly database: string;
  readonly name: string;
  readonly location: string | undefined;
}

export interface Workgroup extends Common {
  readonly kind: 'workgroup';
  readonly name: string;
  readonly enforced: boolean;
  /** `s3://…`. */
  readonly outputLocation: string | undefined;
  readonly keyArn: string | undefined;
}

export interface StudioDomain extends Common {
  readonly kind: 'studio domain';
  readonly id: string;
  readonly name: string;
  readonly authMode: string;
  readonly networkAccess: string;
  readonly executionRoleIdentity: string | undefined;
  readonly executionRoleArn: string | undefined;
  readonly keyArn: string | undefined;
}

export interface UserProfile extends Common {
  readonly kind: 'user profile';
  readonly domainId: string;
  readonly name: string;
  readonly executionRoleArn: string | undefined;
}

export interface Topic extends Common {
  readonly kind: 'topic';
  readonly keyArn: string | undefined;
}

/** Anything else that has an ARN and takes part in access by its tags or policy: crawlers, spaces, queues, … */
export interface OtherResource extends Common {
  readonly kind: 'other';
  /** Terraform's type, such as `aws_glue_crawler`. */
  readonly type: string;
}

export type Resource =
  | Bucket
  | AccessPoint
  | Key
  | Catalog
  | Database
  | Table
  | Workgroup
  | StudioDomain
  | UserProfile
  | Topic
  | OtherResource;

export interface LakeFormation {
  readonly account: string;
  readonly region: string;
  /** ARNs. */
  readonly administrators: readonly string[];
  /** What new databases and tables start with. */
  readonly databaseDefaults: readonly DefaultPermissions[];
  readonly tableDefaults: readonly DefaultPermissions[];
  readonly grants: readonly LakeFormationGrant[];
  readonly locations: readonly RegisteredLocation[];
  readonly tags: readonly LakeFormationTag[];
  readonly origin: Origin | undefined;
}

export interface DefaultPermissions {
  /** An ARN or `IAM_ALLOWED_PRINCIPALS`. */
  readonly principal: string;
  readonly permissions: readonly string[];
}

export interface LakeFormationGrant {
  /** An ARN, an account, `IAM_ALLOWED_PRINCIPALS`. */
  readonly principal: string;
  readonly permissions: readonly string[];
  readonly grantable: readonly string[];
  readonly on: GrantTarget;
  readonly origin: Origin | undefined;
}

export type GrantTarget =
  | { readonly kind: 'catalog' }
  | { readonly kind: 'database'; readonly database: string }
  /** `*` is all tables, those to come included. */
  | {
      readonly kind: 'table';
      readonly database: string;
      readonly table: string;
      readonly columns?: readonly string[];
    }
  | { readonly kind: 'location'; readonly arn: string }
  /** All databases or tables whose tags match all of the expression. */
  | {
      readonly kind: 'lf-tag policy';
      readonly resourceType: 'DATABASE' | 'TABLE';
      readonly expression: readonly { readonly key: string; readonly values: readonly string[] }[];
    }
  | { readonly kind: 'lf-tag'; readonly key: string; readonly values: readonly string[] };

/** A location whose data Lake Formation hands out with its role. */
export interface RegisteredLocation {
  readonly arn: string;
  readonly roleArn: string | undefined;
  readonly hybrid: boolean;
  readonly origin: Origin | undefined;
}

/** A tag on a database or, with `table`, on a table. */
export interface LakeFormationTag {
  readonly database: string;
  readonly table: string | undefined;
  readonly key: string;
  readonly value: string;
}
