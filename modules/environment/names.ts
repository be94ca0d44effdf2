import { shorten } from '../../core/naming/hash';
import type { Names } from '../../core/naming/names';
import type { ModuleRecord } from '../../core/platform/record';
import type { EnvironmentConfig } from './config';

/** How long a name may be, and how its words are joined. */
interface Form {
  readonly max: number;
  readonly separator?: '_';
}

const forms = {
  'access point': { max: 50 },
  bucket: { max: 63 },
  crawler: { max: 127 },
  database: { max: 240, separator: '_' },
  domain: { max: 63 },
  key: { max: 250 },
  'log group': { max: 500 },
  notebook: { max: 63 },
  policy: { max: 120 },
  profile: { max: 63 },
  queue: { max: 75 },
  role: { max: 64 },
  'security configuration': { max: 240 },
  'security group': { max: 200 },
  topic: { max: 240 },
  trail: { max: 128 },
  vpc: { max: 250 },
  workgroup: { max: 128 },
} as const satisfies Record<string, Form>;

/** What an environment gives names to. */
export type Named = keyof typeof forms;

/** Of which parts a name is made, besides the prefix and the words of the module. */
export type NameParts = readonly string[];

/**
 * The physical names of an environment: `<prefix>-<organization>-<environment>-<domain>-<module>[-<part>…]`, from
 * keys only. A name that the lock file has stays, whatever becomes of the prefix.
 */
export class EnvironmentNames {
  readonly prefix: string;
  /** The prefix in use first, then earlier ones that names may still begin with. */
  readonly prefixes: readonly [string, ...string[]];
  private readonly known: Readonly<Record<string, unknown>>;

  constructor(
    private readonly config: Pick<EnvironmentConfig, 'id' | 'resourcePrefix'>,
    private readonly names: Names,
    recorded: ModuleRecord | undefined,
  ) {
    this.prefix = config.resourcePrefix;
    const earlier = Array.isArray(recorded?.prefixes) ? recorded.prefixes : [];
    this.prefixes = [
      this.prefix,
      ...earlier.filter((each): each is string => typeof each === 'string' && each !== this.prefix),
    ];
    const recordedNames = recorded?.names;
    this.known =
      typeof recordedNames === 'object' && recordedNames !== null && !Array.isArray(recordedNames)
        ? { ...recordedNames }
        : {};
  }

  /** The name of something: `name('role', ['DataScience'])`. */
  name(kind: Named, parts: NameParts = []): string {
    const recorded = this.known[recordKey(kind, parts)];
    return typeof recorded === 'string' ? recorded : this.fresh(kind, parts);
  }

  /** The name as it would be given today. */
  fresh(kind: Named, parts: NameParts = []): string {
    const { max, separator }: Form = forms[kind];
    const suffix = parts.map(slug).join('-');
    const { id } = this.config;
    const base =
      id === undefined ? this.names.resource(suffix || undefined) : [id, suffix].filter(Boolean).join('-');
    const whole = `${this.prefix}-${base}`;
    return shorten(separator === undefined ? whole : whole.replaceAll('-', separator), max);
  }
}

/** What a name is recorded under in the lock file. */
export function recordKey(kind: Named, parts: NameParts): string {
  return [kind, ...parts].join('/');
}

/** Lower case, letters and digits of ASCII, single dashes between words: `Data Science` becomes `data-science`. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
