import type { StatedSite } from '../../../aws/site';
import type { LakeFormation, LakeFormationGrant } from '../../model/model';
import type { Origin } from '../../model/origin';
import type { Lock, LockOutcome, Reason } from '../lock';
import type { ModelIndex } from '../model-index';
import type { Who } from '../who';
import { everyoneInIam, grantsOn, holdsOne, isGrantedTo, type CatalogObject } from './grants';

interface Verdict {
  readonly outcome: LockOutcome;
  readonly reasons: readonly Reason[];
}

/**
 * Whether Lake Formation grants one of some permissions on an object of the catalog:
 * https://docs.aws.amazon.com/lake-formation/latest/dg/access-control-underlying-data.html and
 * https://docs.aws.amazon.com/lake-formation/latest/dg/implicit-permissions.html
 */
export function grantLock(
  index: ModelIndex,
  who: Who,
  permissions: readonly string[],
  object: CatalogObject,
  site: StatedSite,
): Lock {
  const { outcome, reasons } = verdict(index, who, permissions, object, site);
  return {
    name: 'Lake Formation',
    question: `${permissions.join(' or ')} on ${nameOf(object)}`,
    outcome,
    reasons: () => reasons,
  };
}

function verdict(
  index: ModelIndex,
  who: Who,
  permissions: readonly string[],
  object: CatalogObject,
  site: StatedSite,
): Verdict {
  if (!('arn' in who.caller)) return closed(`Lake Formation grants nothing to ${who.label}`);
  const { caller } = who;
  const lf = index.lakeFormation(site);
  if (!lf) return unsaid();
  const grants = grantsOn(lf, object).filter(({ permissions: granted }) => holdsOne(granted, permissions));
  const grantTo = (outcome: LockOutcome) =>
    grants.find(({ principal }) => isGrantedTo(principal, caller) === outcome);
  const own = grantTo('allowed');
  if (own) return opened(`granted ${own.permissions.join(', ')} to ${shown(own.principal)}`, own.origin);
  if (lf.administrators.includes(caller.arn) && implied(permissions, object)) {
    return opened('an administrator of Lake Formation sees the whole catalog', lf.origin);
  }
  const creator = creatorsGrant(index, lf, who, object, site);
  if (creator) {
    return opened('may make tables there, and has every permission on those that it makes', creator.origin);
  }
  const defaults = object.kind === 'database' ? lf.databaseDefaults : lf.tableDefaults;
  const open =
    (object.kind === 'database' || object.kind === 'table') &&
    defaults.find(
      ({ principal, permissions: granted }) =>
        isGrantedTo(principal, caller) === 'allowed' && holdsOne(granted, permissions),
    );
  if (open) return opened(`new databases and tables are granted to ${shown(open.principal)}`, lf.origin);
  const perhaps = grantTo('unknown');
  if (perhaps) {
    const text = `granted to ${perhaps.principal}, whose administrators hand it on or not`;
    return { outcome: 'unknown', reasons: [{ text, origin: perhaps.origin }] };
  }
  // An account whose settings nobody has changed leaves everything to IAM.
  if (!lf.origin) return unsaid();
  const line = `${permissions.join(' or ')} on ${nameOf(object)} is not granted to ${who.label}`;
  return closed(line, lf.origin);
}

/** The grant by which somebody makes tables: of one that Terraform does not make, nobody else may be the creator. */
function creatorsGrant(
  index: ModelIndex,
  lf: LakeFormation,
  who: Who,
  object: CatalogObject,
  site: StatedSite,
): LakeFormationGrant | undefined {
  if (object.kind !== 'table' || !('arn' in who.caller)) return undefined;
  const { caller } = who;
  const { database, table } = object;
  if (table !== '*' && index.table(database, table, site)) return undefined;
  return grantsOn(lf, { kind: 'database', database }).find(
    ({ principal, permissions }) =>
      isGrantedTo(principal, caller) === 'allowed' && holdsOne(permissions, ['CREATE_TABLE']),
  );
}

/** What administrators have without a grant. */
function implied(permissions: readonly string[], object: CatalogObject): boolean {
  return (
    permissions.includes('DESCRIBE') || (object.kind === 'catalog' && permissions.includes('CREATE_DATABASE'))
  );
}

function opened(text: string, origin: Origin | undefined): Verdict {
  return { outcome: 'allowed', reasons: [{ text, origin }] };
}

function closed(text: string, origin?: Origin): Verdict {
  return { outcome: 'denied', reasons: [{ text, origin }] };
}

function unsaid(): Verdict {
  const text = 'no module of the platform sets Lake Formation here: the settings of the account decide';
  return { outcome: 'unknown', reasons: [{ text, origin: undefined }] };
}

function shown(principal: string): string {
  return principal === everyoneInIam
    ? 'everyone whom IAM allows'
    : principal.slice(principal.indexOf('/') + 1);
}

function nameOf(object: CatalogObject): string {
  switch (object.kind) {
    case 'catalog':
      return 'the catalog';
    case 'database':
      return `database ${object.database}`;
    case 'table':
      return object.table === '*'
        ? `all tables of ${object.database}`
        : `table ${object.database}.${object.table}`;
    case 'location':
      return object.arn;
  }
}
