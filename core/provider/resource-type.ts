import type { TerraformMetaArguments } from 'cdktf';
import type { Arguments } from './arguments';
import type { Attributes } from './made';
import type { ProviderRequirement } from './requirement';

/**
 * A type of resource or data source, as data: how its arguments are written for Terraform. `Config` and `Made` are the
 * types that CDKTF's bindings have for it; they are used for checking only, nothing of CDKTF is loaded.
 */
export interface ResourceType<Config = unknown, Made = unknown> {
  /** Terraform's name: `aws_s3_bucket`. */
  readonly type: string;
  readonly kind: 'resource' | 'data';
  /** The name that CDKTF's bindings give it: `S3Bucket`. Part of the metadata that CDKTF writes. */
  readonly name: string;
  /** Undefined for what Terraform itself brings (`terraform_data`). */
  readonly provider: ProviderRequirement | undefined;
  /** Has `tags`: gets those of its module. */
  readonly taggable: boolean;
  /** Names of arguments, at any depth, that are maps: their keys are the user's, and stay. */
  readonly maps: readonly string[];
  /** Names that are not what Terraform's become in camel case. */
  readonly irregular: Readonly<Record<string, string>>;
  /** Arguments that the type of the bindings cannot express, written as they are. */
  readonly raw: readonly string[];
  /** For the type checker: never there. */
  readonly types?: { readonly config: Config; readonly made: Made };
}

/** What is said of a type beside its name. */
export type ResourceTypeFacts = Partial<Pick<ResourceType, 'taggable' | 'maps' | 'irregular' | 'raw'>>;

/** What may be said of a resource in its arguments. */
export type ArgumentsOf<Config> = Arguments<Omit1<Config, keyof TerraformMetaArguments>>;

/** What a resource can be asked for once it is drawn. */
export type AttributesOf<Made> = Attributes<Made>;

// `Omit` of the library loses which properties are optional.
type Omit1<T, K extends PropertyKey> = Pick<T, Exclude<keyof T, K>>;

type Make = <Config, Made>(
  type: string,
  name?: string,
  facts?: ResourceTypeFacts,
) => ResourceType<Config, Made>;

/** Makes types of resources of a provider: `resourceOf(aws)<S3BucketConfig, S3Bucket>('aws_s3_bucket')`. */
export function resourceOf(provider: ProviderRequirement | undefined): Make {
  return make('resource', provider);
}

/** Makes types of data sources of a provider. */
export function dataSourceOf(provider: ProviderRequirement | undefined): Make {
  return make('data', provider);
}

function make(kind: ResourceType['kind'], provider: ProviderRequirement | undefined): Make {
  return (type, name = nameOf(kind, type), facts = {}) => ({
    type,
    kind,
    name,
    provider,
    taggable: facts.taggable ?? false,
    maps: facts.maps ?? ['tags', 'tagsAll'],
    irregular: facts.irregular ?? {},
    raw: facts.raw ?? [],
  });
}

/** As CDKTF's bindings call it: `aws_s3_bucket` is `S3Bucket`, a data source `DataAwsS3Bucket`. */
function nameOf(kind: ResourceType['kind'], type: string): string {
  const words = type.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return kind === 'data' ? `Data${words.join('')}` : words.slice(1).join('');
}
