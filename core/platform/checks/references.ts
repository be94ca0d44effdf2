import { describeSite, sameSite } from '../../../aws/site';
import { type Diagnostic, error, note } from '../../../diagnostics/diagnostic';
import { nearest, suggestion } from '../../config/nearest';
import type { Environment, Platform } from '../platform';
import { publishedBy, type Published, type Publisher, publisherFor } from '../published';
import { isWay, wayTo } from '../reach';
import { readsOf, type ParameterReference } from '../text';
import { environmentWords } from './words';

/** References to parameters that nobody in the platform publishes. */
export function checkReferences(platform: Platform): readonly Diagnostic[] {
  const published = publishedBy(platform);
  const incomplete = platform.environments.filter(({ leftOut }) => leftOut.length > 0);
  const unsure = new Set(incomplete.map(({ domain }) => `/${platform.organization}/${domain}/`));
  return platform.environments.flatMap((environment) =>
    environment.modules
      .flatMap((module) => readsOf(module.config))
      .flatMap((reference) => {
        const publisher = publisherFor(published, reference.path, environment);
        if (publisher) return fromElsewhere(reference, publisher, environment, platform);
        return mayBePublished(reference.path, unsure) ? [] : [describe(reference, platform, published)];
      }),
  );
}

/** What is published in another account or region is read there, if there is a way. */
function fromElsewhere(
  { path, place }: ParameterReference,
  { environment: producer, module }: Publisher,
  consumer: Environment,
  platform: Platform,
): readonly Diagnostic[] {
  if (sameSite(producer, consumer)) return [];
  const where = `${path} is published by ${environmentWords(producer)}, in ${describeSite(producer)}`;
  const way = wayTo(platform, consumer, producer);
  const places = [
    { place, words: 'read here' },
    { place: module.place, words: 'published here' },
  ];
  return isWay(way)
    ? [note('TL410', places, `${where}: it is read there`, 'Publish it here if another value is meant.')]
    : [error(way.code, places, `${where}: ${way.message}`, way.help)];
}

/** A module that had errors might publish it. */
function mayBePublished(path: string, unsure: ReadonlySet<string>): boolean {
  return [...unsure].some((prefix) => path.startsWith(prefix));
}

function describe(reference: ParameterReference, platform: Platform, published: Published): Diagnostic {
  const { path, place, origin } = reference;
  const elsewhere = published.get(path) ?? [];
  if (elsewhere.length > 0) {
    const where = elsewhere.map(({ environment: e }) => `${environmentWords(e)} (${describeSite(e)})`);
    const message = `${path} is published by ${where.join(' and ')}, and which one is meant cannot be told`;
    const help = 'Publish it in the account and region of this environment, or write the value itself.';
    const publishers = elsewhere.map(({ module }) => ({ place: module.place, words: 'published here' }));
    return error('TL410', [{ place, words: 'read here' }, ...publishers], message, help);
  }
  const role = roleOf(path, platform);
  if (role) return unknownRole(reference, role, published);
  if (origin === 'project') return unknownProjectName(reference, published);
  const near = nearest(path, published.keys());
  const help =
    near === undefined
      ? 'It must exist in the account before this is deployed.'
      : `Did you mean ${near}? Otherwise it must exist in the account before this is deployed.`;
  return note('TL306', place, `nothing in this platform publishes ${path}`, help);
}

interface RolePath {
  /** `/{org}/{domain}/generated-role/` */
  readonly prefix: string;
  readonly domain: string;
  readonly name: string;
  readonly facet: string;
}

function roleOf(path: string, { organization, environments }: Platform): RolePath | undefined {
  const [, org, domain, kind, name, facet = ''] = path.split('/');
  const own = org === organization && environments.some((environment) => environment.domain === domain);
  if (!own || kind !== 'generated-role' || domain === undefined || name === undefined) return undefined;
  return { prefix: `/${org}/${domain}/generated-role/`, domain, name, facet };
}

function unknownRole({ place }: ParameterReference, role: RolePath, published: Published): Diagnostic {
  const roles = below(role.prefix, published).map((rest) => rest.split('/')[0] ?? rest);
  if (roles.includes(role.name)) {
    const facets = below(`${role.prefix}${role.name}/`, published);
    return error(
      'TL304',
      place,
      `the role ${role.name} publishes no "${role.facet}"`,
      suggestion(role.facet, facets),
    );
  }
  const elsewhere = [...published.keys()].find((path) =>
    path.endsWith(`/generated-role/${role.name}/${role.facet}`),
  );
  const help =
    elsewhere !== undefined
      ? `Write ssm:${elsewhere} for the role of that domain.`
      : roles.length === 0
        ? `The domain ${role.domain} generates no roles: add a roles module, or write ssm:/… for a role of another domain.`
        : suggestion(role.name, [...new Set(roles)]);
  return error('TL304', place, `the domain ${role.domain} generates no role "${role.name}"`, help);
}

function unknownProjectName({ place, path }: ParameterReference, published: Published): Diagnostic {
  const [, org = '', domain = '', project = '', ...rest] = path.split('/');
  const names = below(`/${org}/${domain}/${project}/`, published);
  if (names.length > 0) {
    const name = rest.join('/');
    return error('TL305', place, `the project ${project} publishes no "${name}"`, suggestion(name, names));
  }
  const projects = below(`/${org}/${domain}/`, published)
    .filter((path) => /^[^/]+\/(databaseName|projectBucket)\//.test(path))
    .map((path) => path.split('/')[0] ?? path);
  const help = suggestion(project, [...new Set(projects)]);
  return error('TL305', place, `the domain ${domain} has no project "${project}"`, help);
}

function below(prefix: string, published: Published): readonly string[] {
  return [...published.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length));
}
