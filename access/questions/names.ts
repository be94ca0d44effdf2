import { s3Arn } from '../../aws/arn';
import { matcherOf, type Matcher } from '../../aws/iam/glob';
import { nearest } from '../../core/config/nearest';
import type { AccessModel, Bucket, Principal, Resource, StudioDomain } from '../model/model';
import { keysLike } from './object-keys';
import { administrator, anonymous, outsider, service, whoIs, type Who } from './who';

/** Everybody whom questions can be about without naming a service: the platform's principals, then the stand-ins. */
export function everybody(model: AccessModel): readonly Who[] {
  return [...model.principals.map((principal) => whoIs(principal)), ...standIns(model)];
}

/** One for each account: any other role of it, with all rights; one outside; one without identity. */
export function standIns(model: AccessModel): readonly Who[] {
  const accounts = [...new Set(model.resources.map(({ account }) => account))].sort();
  const administrators = accounts.map((account) =>
    administrator(model, account, accounts.length === 1 ? 'administrator' : `administrator-${account}`),
  );
  return [...administrators, outsider(model), anonymous];
}

/**
 * Who is meant by a name: a label (`shared-dev/data-admin`), a physical name, an ARN, `service:<name>`, `administrator`,
 * `outsider`, `anonymous`, or a pattern with `*` over labels. `session` names the session of roles.
 */
export function named(model: AccessModel, name: string, session?: string): readonly Who[] {
  if (name.startsWith('service:')) return [service(name.slice('service:'.length))];
  const pattern = matcherOf(name);
  const principals = model.principals
    .filter((principal) => [principal.label, ...principal.aliases].some((known) => pattern(known)))
    .map((principal) => whoIs(principal, session));
  // `administrator` is all of them, where there are several accounts.
  const standing = standIns(model).filter(({ label }) =>
    [label, label.replace(/-\d{12}$/, '')].some((known) => pattern(known)),
  );
  return [...principals, ...standing];
}

/** Names close to one that is not known. */
export function nearPrincipals(model: AccessModel, name: string): readonly string[] {
  const labels = everybody(model).map(({ label }) => label);
  const same = labels.filter((label) => label.endsWith(`/${name}`));
  const close = nearest(name, labels);
  return same.length > 0 ? same : close === undefined ? [] : [close];
}

/**
 * The ARNs that a name of data stands for: an ARN, `s3://<bucket>/<key>`, `database/<name>`, `table/<database>/<table>`,
 * `key/<alias>`, `workgroup/<name>`, `profile/<name>`, `domain/<name>/app/…`, `role/<label or name>`, `<kind>/<label>`; `*` in a name of something
 * that the model knows stands for all that match. Empty where nothing is called so.
 */
export function resourcesNamed(model: AccessModel, name: string): readonly string[] {
  if (name === '*' || name.startsWith('arn:')) return [name];
  const { partition } = model;
  if (name.startsWith('s3://')) return objects(model, name.slice('s3://'.length), partition);
  const [kind = '', ...rest] = name.split('/');
  const wanted = rest.join('/');
  const pattern = matcherOf(wanted);
  if (kind === 'role') {
    return principalsNamed(model, pattern).map(({ arn }) => arn);
  }
  if (kind === 'table') {
    const [database = '', table = ''] = rest;
    return model.resources
      .filter((one): one is Extract<Resource, { kind: 'database' }> => one.kind === 'database')
      .filter(({ name: known }) => matcherOf(database)(known))
      .map(({ arn }) => `${arn.replace(/:database\//, ':table/')}/${table}`);
  }
  const inDomain = /^(.+)\/((?:app|space|user-profile)\/.+)$/.exec(wanted);
  if (kind === 'domain' && inDomain) return ofDomain(model, matcherOf(inDomain[1] ?? ''), inDomain[2] ?? '');
  return model.resources.filter((resource) => isCalled(resource, kind, pattern)).map(({ arn }) => arn);
}

/** Apps, spaces and profiles by their domain's name, whether they exist or not: `app/<profile>/…`, `space/<name>`. */
function ofDomain(model: AccessModel, name: Matcher, part: string): readonly string[] {
  const slash = part.indexOf('/');
  return model.resources
    .filter((one): one is StudioDomain => one.kind === 'studio domain' && name(one.name))
    .map(({ arn, id }) => {
      const base = arn.slice(0, arn.lastIndexOf(':'));
      return `${base}:${part.slice(0, slash)}/${id}${part.slice(slash)}`;
    });
}

function principalsNamed(model: AccessModel, pattern: Matcher): readonly Principal[] {
  return model.principals.filter(({ label, aliases }) => [label, ...aliases].some((known) => pattern(known)));
}

/** Kinds of resources by the word that names use for them. */
const kinds: Readonly<Record<string, (resource: Resource) => boolean>> = {
  bucket: ({ kind }) => kind === 'bucket',
  'access-point': ({ kind }) => kind === 'access point',
  key: ({ kind }) => kind === 'key',
  database: ({ kind }) => kind === 'database',
  workgroup: ({ kind }) => kind === 'workgroup',
  domain: ({ kind }) => kind === 'studio domain',
  profile: ({ kind }) => kind === 'user profile',
  topic: ({ kind }) => kind === 'topic',
  catalog: ({ kind }) => kind === 'catalog',
  crawler: (resource) => resource.kind === 'other' && resource.type === 'aws_glue_crawler',
  space: (resource) => resource.kind === 'other' && resource.type === 'aws_sagemaker_space',
  queue: (resource) => resource.kind === 'other' && resource.type === 'aws_sqs_queue',
  'tracking-server': (resource) =>
    resource.kind === 'other' && resource.type === 'aws_sagemaker_mlflow_tracking_server',
};

/** The words that names of resources can begin with. */
export const resourceWords: readonly string[] = ['s3:/', 'role', 'table', ...Object.keys(kinds)];

function isCalled(resource: Resource, kind: string, pattern: Matcher): boolean {
  if (!(kinds[kind]?.(resource) ?? false)) return false;
  const others = resource.kind === 'key' ? resource.aliases : [];
  return [resource.label, resource.label.split('/').at(-1) ?? '', ...others].some((known) => pattern(known));
}

/** Buckets by a pattern; keys with `*` stand for all kinds of keys that some policy tells apart. */
function objects(model: AccessModel, path: string, partition: string): readonly string[] {
  const slash = path.indexOf('/');
  const [bucket, key] = slash < 0 ? [path, ''] : [path.slice(0, slash), path.slice(slash + 1)];
  const pattern = matcherOf(bucket);
  const known = model.resources
    .filter((one): one is Bucket => one.kind === 'bucket')
    .filter(({ name }) => pattern(name));
  if (known.length === 0 && !bucket.includes('*') && !key.includes('*')) {
    return [s3Arn({ partition }, key === '' ? bucket : `${bucket}/${key}`)];
  }
  return known.flatMap((one) => {
    if (key === '') return [one.arn];
    const keys = key.includes('*') ? keysLike(model, one, key) : [key];
    return keys.map((object) => `${one.arn}/${object}`);
  });
}
