import { arnOf } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { inParts } from '../../../aws/iam/pack';
import type { EnvironmentFacts } from '../facts';
import { alike, until, viaS3 } from './conditions';
import { keyActions } from './permissions';
import { withinAccount, type AcceptedShare } from './resolve';

/** The keys of shared files, for the policy of a role. */
export function keyStatements(
  requester: EnvironmentFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  return [...ownKeys(requester, shares), ...keysElsewhere(shares)];
}

const hasFiles = ({ items }: AcceptedShare) => items.bucket || items.folders.length > 0;

/** Keys of the own account, by their aliases: ids are known to Terraform only. */
function ownKeys(
  { location }: EnvironmentFacts,
  shares: readonly AcceptedShare[],
): readonly PolicyStatement[] {
  const own = shares.filter((share) => withinAccount(share) && hasFiles(share));
  return alike(own, ({ permissions, ends }) => [keyActions(permissions).join('/'), ends]).flatMap((group) => {
    const [{ permissions, ends }] = group;
    const aliases = group.flatMap(({ dataset: { keyAlias } }) => (keyAlias === undefined ? [] : [keyAlias]));
    return inParts(aliases, (names) => ({
      from: ['shares'],
      sid: 'Keys',
      actions: keyActions(permissions),
      resources: [arnOf(location, 'kms', 'key/*')],
      conditions: {
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': names },
        ...viaS3(location.region),
        ...until(ends),
      },
    }));
  });
}

/** Keys of other accounts: which of them, their policies say, and through S3 alone. */
function keysElsewhere(shares: readonly AcceptedShare[]): readonly PolicyStatement[] {
  const elsewhere = shares.filter((share) => !withinAccount(share) && hasFiles(share));
  return alike(elsewhere, ({ permissions, ends }) => [keyActions(permissions).join('/'), ends]).map(
    (group) => {
      const [{ permissions, ends }] = group;
      const places = group.map(({ dataset: { environment } }) => environment.location);
      return {
        from: ['shares'],
        sid: 'Keys of others',
        actions: keyActions(permissions),
        resources: [...new Set(places.map((place) => arnOf(place, 'kms', 'key/*')))].sort(),
        conditions: { ...viaS3(places[0]?.region ?? ''), ...until(ends) },
      };
    },
  );
}
