import { arnAt, parseArn } from '../../aws/arn';
import { siteKey, type StatedSite } from '../../aws/site';
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
  private readonly catalogs = new Map<string, LakeFormation>();

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
    for (const lf of model.lakeFormation) this.catalogs.set(siteKey(lf), lf);
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

  catalog(site: StatedSite): Catalog | undefined {
    return this.ofKind('catalog', this.inGlue(site, 'catalog'));
  }

  /** The catalog that an ARN of Glue is about, of something in it or of a job. */
  catalogOf(arn: string): Catalog | undefined {
    const { account = '', region = '' } = parseArn(arn) ?? {};
    return this.catalog({ account, region });
  }

  database(name: string, site: StatedSite): Database | undefined {
    return this.ofKind('database', this.inGlue(site, `database/${name}`));
  }

  table(database: string, name: string, site: StatedSite): Table | undefined {
    return this.ofKind('table', this.inGlue(site, `table/${database}/${name}`));
  }

  workgroup(arn: string): Workgroup | undefined {
    return this.ofKind('workgroup', arn);
  }

  lakeFormation(site: StatedSite): LakeFormation | undefined {
    return this.catalogs.get(siteKey(site));
  }

  /** The policy that is attached to what an ARN names: of the bucket for objects, the trust policy for roles. */
  policyOf(arn: string): TracedPolicy | undefined {
    const service = parseArn(arn)?.service;
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
    const { account = '' } = parseArn(arn) ?? {};
    return account !== '' ? account : (this.bucket(arn)?.account ?? otherwise);
  }

  /** The region that a request about an ARN goes to; undefined where it may be any. */
  regionOf(arn: string): string | undefined {
    const parts = parseArn(arn);
    if (!parts) return undefined;
    if (parts.region !== '') return parts.region;
    return parts.service === 's3' ? this.bucket(arn)?.region : globalRegion[this.model.partition];
  }

  private ofKind<K extends Resource['kind']>(
    kind: K,
    arn: string,
  ): Extract<Resource, { readonly kind: K }> | undefined {
    const found = this.byArn.get(arn);
    return found?.kind === kind ? (found as Extract<Resource, { readonly kind: K }>) : undefined;
  }

  private inGlue(site: StatedSite, resource: string): string {
    return arnAt({ ...site, partition: this.model.partition }, 'glue', resource);
  }
}
