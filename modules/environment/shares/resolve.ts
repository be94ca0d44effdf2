import type { ConfigPath } from '../../../core/config/locate';
import type { AcceptanceConfig, ShareConfig, SharePermission } from '../config/datasets';
import { consumptionRolesOf } from '../consumption-roles/facts';
import {
  datasetFacts,
  type DatasetFacts,
  type DatasetFilter,
  type DatasetFolder,
  type DatasetTable,
} from '../datasets/facts';
import { teamOf, type EnvironmentFacts } from '../facts';
import { consentedItems, consentedPermissions, hasItems } from './consent';

/** Who gets the data. */
export interface SharePrincipal {
  readonly kind: 'team' | 'consumptionRole';
  /** As the YAML calls it. */
  readonly name: string;
  /** For addresses: unique among the principals of the environment. */
  readonly key: readonly [kind: 'team' | 'role', key: string];
  /** For physical names. */
  readonly id: readonly [kind: 'team' | 'role', id: string];
  readonly roleArn: string;
  readonly roleName: string;
  /** Whether our policies are attached to the role. */
  readonly attach: boolean;
}

/** A share as it is written, and what it comes to. */
export interface Share {
  /** `<domain>/<environment>/<module>/<share>`. */
  readonly path: string;
  readonly key: string;
  readonly requester: EnvironmentFacts;
  readonly config: ShareConfig;
  /** Path of the dataset, whether it is there or not. */
  readonly datasetPath: string;
  readonly dataset: DatasetFacts | undefined;
  readonly principal: SharePrincipal | undefined;
  /** What of the dataset, as far as the dataset has it and the consent, if there is one, goes. */
  readonly items: ShareItems;
  /** What is asked for and consented to; nothing without consent. */
  readonly permissions: readonly SharePermission[];
  readonly accepted: boolean;
  /** What the owner says to it. */
  readonly consent: AcceptanceConfig | undefined;
  /** The day on whose beginning it ends: by the request or by the consent, whichever is earlier. */
  readonly ends: string | undefined;
  readonly expired: boolean;
  /** Where it is written in the requester's YAML. */
  readonly from: ConfigPath;
}

export interface ShareItems {
  readonly bucket: boolean;
  readonly folders: readonly DatasetFolder[];
  readonly tables: readonly DatasetTable[];
  readonly dataFilters: readonly DatasetFilter[];
}

/** A share that the owner consents to. It may have ended: policies say so themselves. */
export interface AcceptedShare extends Share {
  readonly dataset: DatasetFacts;
  readonly principal: SharePrincipal;
  readonly accepted: true;
}

/** A share as it is written: cheap to know of all environments. */
export interface Request {
  readonly path: string;
  readonly key: string;
  readonly config: ShareConfig;
  /** Path of the environment that is asked. */
  readonly owner: string;
  /** Path of the dataset, whether it is there or not. */
  readonly datasetPath: string;
}

/** What an environment asks for, in the order of the YAML. */
export function requestsOf(requester: EnvironmentFacts): readonly Request[] {
  return Object.entries(requester.config.shares).map(([key, config]) => {
    const owner = ownerPath(requester, config.dataset);
    const dataset = config.dataset.slice(config.dataset.lastIndexOf('/') + 1);
    return { path: `${requester.path}/${key}`, key, config, owner, datasetPath: `${owner}/${dataset}` };
  });
}

/** All shares of the environments of a platform, by who asks. */
type ShareBook = ReadonlyMap<EnvironmentFacts, readonly Share[]>;

interface Known {
  readonly all: readonly EnvironmentFacts[];
  readonly book: ShareBook;
}

/** The book of a platform is kept by its first environment. */
const known = new WeakMap<EnvironmentFacts, Known>();

/** The book, computed once: everybody who asks about the shares of a platform names the same environments. */
function bookOf(all: readonly EnvironmentFacts[]): ShareBook {
  const [first] = all;
  if (!first) return new Map();
  const before = known.get(first);
  if (before?.all.length === all.length && all.every((each, index) => each === before.all[index]))
    return before.book;
  const book = new Map(
    all.map((requester) => [
      requester,
      requestsOf(requester).map((request) => share(requester, request, all)),
    ]),
  );
  known.set(first, { all, book });
  return book;
}

/** The shares of one environment, in the order of the YAML. */
export function sharesOf(requester: EnvironmentFacts, all: readonly EnvironmentFacts[]): readonly Share[] {
  return bookOf(all).get(requester) ?? requestsOf(requester).map((request) => share(requester, request, all));
}

/** Every share of the platform that is of data of an environment, and to which it consents. */
export function acceptedShares(
  { path }: EnvironmentFacts,
  all: readonly EnvironmentFacts[],
): readonly AcceptedShare[] {
  return all.flatMap((requester) =>
    sharesOf(requester, all)
      .filter(({ datasetPath }) => environmentOf(datasetPath) === path)
      .filter(isAccepted),
  );
}

export function isAccepted(share: Share): share is AcceptedShare {
  return share.accepted && share.dataset !== undefined && share.principal !== undefined;
}

/** Whether owner and requester are of one account. */
export function withinAccount({ dataset, requester }: AcceptedShare): boolean {
  return dataset.environment.location.account === requester.location.account;
}

/** Path of the environment in which a share or dataset is, from its own. */
export function environmentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Path of the environment of a dataset, from what a share says: known without the rest of the platform. */
function ownerPath(requester: EnvironmentFacts, dataset: string): string {
  return dataset.includes('/') ? environmentOf(dataset) : requester.path;
}

function share(
  requester: EnvironmentFacts,
  { path, key, config, owner, datasetPath }: Request,
  all: readonly EnvironmentFacts[],
): Share {
  const environment = all.find((each) => each.path === owner);
  const dataset = environment && datasetFacts(environment, datasetPath.slice(owner.length + 1));
  const accepts = dataset?.config.accepts ?? {};
  const consent = Object.hasOwn(accepts, path) ? accepts[path] : undefined;
  const items = consentedItems(config, consent);
  const permissions = hasItems(items) ? consentedPermissions(config, consent) : [];
  const [ends] = [config.expires, consent?.until].filter((day) => day !== undefined).sort();
  return {
    path,
    key,
    requester,
    config,
    datasetPath,
    dataset,
    principal: principalOf(requester, config.with),
    items: itemsOf(items, dataset),
    permissions,
    accepted: permissions.length > 0,
    consent,
    ends,
    expired: ends !== undefined && requester.asOf !== undefined && requester.asOf >= ends,
    from: ['shares', key],
  };
}

function principalOf(
  requester: EnvironmentFacts,
  { team: teamName, consumptionRole: key }: ShareConfig['with'],
): SharePrincipal | undefined {
  if (teamName !== undefined) {
    const team = teamOf(requester, teamName);
    if (!team) return undefined;
    const { name, slug, role } = team;
    const id = ['team', slug] as const;
    return { kind: 'team', name, key: id, id, roleArn: role.arn, roleName: role.name, attach: role.attach };
  }
  const found = consumptionRolesOf(requester).find((role) => role.key === key);
  return (
    found && {
      kind: 'consumptionRole',
      name: found.key,
      key: ['role', found.key],
      id: ['role', found.id],
      roleArn: found.config.roleArn,
      roleName: found.roleName,
      attach: found.config.management === 'full',
    }
  );
}

function itemsOf(items: ShareConfig['items'], dataset: DatasetFacts | undefined): ShareItems {
  return {
    bucket: items.bucket,
    folders: (dataset?.folders ?? []).filter(({ key }) => items.folders.includes(key)),
    tables: (dataset?.tables ?? []).filter(({ name }) => items.tables.includes(name)),
    dataFilters: (dataset?.dataFilters ?? []).filter(({ name }) => items.dataFilters.includes(name)),
  };
}
