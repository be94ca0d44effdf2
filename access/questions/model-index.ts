import type {
  AccessModel,
  AccessPoint,
  Bucket,
  Catalog,
  Database,
  Key,
  LakeFormation,
  Principal,
  Resource,
  Table,
  Tags,
  Workgroup,
} from '../model/model';
import type { TracedPolicy } from '../model/origin';

/** An account and a region of it. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/**
 * Where requests go that are about something without a region, such as a role:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
 */
const globalRegion: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

/** Finds what a question is about, by ARN. */
export class ModelIndex {
  private readonly byArn = new Map<string, Resource>();
  private readonly roles = new Map<string, Principal>();
  private readonly ids = new Map<string, Principal>();
  private readonly buckets = new Map<string, Bucket>();
  private readonly points = new Map<string, AccessPoint>();
  private readonly places = new Map<string, LakeFormation>();

  constructor(readonly model: AccessModel) {
    for (const resource of model.resources) {
      this.byArn.set(resource.arn, resource);
      if (resource.kind === 'bucket') this.buckets.set(resource.name, resource);
      if (resource.kind === 'access point') this.points.set(resource.arn, resource);
    }
    for (const principal of model.principals) {
      this.roles.set(principal.arn, principal);
      this.ids.set(principal.id, principal);
    }
    for (const lf of model.lakeFormation) this.places.set(`${lf.account}/${lf.region}`, lf);
  }

  resource(arn: string): Resource | undefined {
    return this.byArn.get(arn);
  }

  /** The principal with an ARN. */
  principal(arn: string): Principal | undefined {
    return this.roles.get(arn);
  }

  /** The principal with a unique id. */
  principalById(id: string): Principal | undefined {
    return this.ids.get(id);
  }

  /** The bucket that an ARN, of itself or of an object in it, is about. */
  bucket(arn: string): Bucket | undefined {
    const name = /^arn:[^:]+:s3:::([^/]+)/.exec(arn)?.[1];
    return name === undefined ? undefined : this.buckets.get(name);
  }

  /** The bucket of a location `s3://…`. */
  bucketAt(location: string): Bucket | undefined {
    const name = /^s3a?:\/\/([^/]+)/.exec(location)?.[1];
    return name === undefined ? undefined : this.buckets.get(name);
  }

  /** The access point that an ARN, of itself or of an object through it, is about. */
  accessPoint(arn: string): AccessPoint | undefined {
    const own = /^(arn:[^:]+:s3:[^:]+:\d+:accesspoint\/[^/]+)/.exec(arn)?.[1];
    return own === undefined ? undefined : this.points.get(own);
  }

  key(arn: string): Key | undefined {
    return this.ofKind('key', arn);
  }

  catalog(place: Place): Catalog | undefined {
    return this.ofKind('catalog', this.inGlue(place, 'catalog'));
  }

  /** The catalog that an ARN of Glue is about, of something in it or of a job. */
  catalogOf(arn: string): Catalog | undefined {
    const [, , , region = '', account = ''] = arn.split(':');
    return this.catalog({ account, region });
  }

  database(name: string, place: Place): Database | undefined {
    return this.ofKind('database', this.inGlue(place, `database/${name}`));
  }

  table(database: string, name: string, place: Place): Table | undefined {
    return this.ofKind('table', this.inGlue(place, `table/${database}/${name}`));
  }

  workgroup(arn: string): Workgroup | undefined {
    return this.ofKind('workgroup', arn);
  }

  lakeFormation({ account, region }: Place): LakeFormation | undefined {
    return this.places.get(`${account}/${region}`);
  }

  /** The policy that is attached to what an ARN names: of the bucket for objects, the trust policy for roles. */
  policyOf(arn: string): TracedPolicy | undefined {
    const [, , service] = arn.split(':', 3);
    if (service === 's3') return this.bucket(arn)?.policy;
    if (service === 'iam') return this.roles.get(arn)?.trust;
    if (service === 'glue') return this.catalogOf(arn)?.policy;
    return this.byArn.get(arn)?.policy;
  }

  /** Tags of what an ARN names; undefined for what the model does not know. */
  tagsOf(arn: string): Tags | undefined {
    return this.byArn.get(arn)?.tags ?? this.roles.get(arn)?.tags;
  }

  /** The account that owns what an ARN names: its own words, or the bucket's owner. */
  accountOf(arn: string, otherwise: string): string {
    const [, , , , account = ''] = arn.split(':');
    return account !== '' ? account : (this.bucket(arn)?.account ?? otherwise);
  }

  /** The region that a request about an ARN goes to; undefined where it may be any. */
  regionOf(arn: string): string | undefined {
    const [prefix, , service, region = ''] = arn.split(':');
    if (region !== '') return region;
    if (service === 's3') return this.bucket(arn)?.region;
    return prefix === 'arn' ? globalRegion[this.model.partition] : undefined;
  }

  private ofKind<K extends Resource['kind']>(
    kind: K,
    arn: string,
  ): Extract<Resource, { readonly kind: K }> | undefined {
    const found = this.byArn.get(arn);
    return found?.kind === kind ? (found as Extract<Resource, { readonly kind: K }>) : undefined;
  }

  private inGlue({ account, region }: Place, resource: string): string {
    return `arn:${this.model.partition}:glue:${region}:${account}:${resource}`;
  }
}
