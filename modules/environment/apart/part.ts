import type { ModuleFinding } from '../../../core/module/define-module';
import type { EnvironmentFacts } from '../facts';
import type { Part } from '../part';

/** Environments of one account: patterns by prefix reach the whole account, so prefixes keep them apart. */
export const apartPart: Part = {
  checkInPlatform: ({ own, all }) => {
    const index = all.findIndex(({ path }) => path === own.path);
    // Told once for each pair, at the one that is written later.
    const earlier = all.slice(0, index).filter(({ location }) => location.account === own.location.account);
    return [
      ...earlier.slice(0, 1).flatMap((other) => sharedAccount(own, other)),
      ...earlier.flatMap((other) => overlapping(own, other)),
    ];
  },
};

function sharedAccount(own: EnvironmentFacts, other: EnvironmentFacts): readonly ModuleFinding[] {
  // The same region, too, is an error of its own (TL403).
  if (own.location.region === other.location.region) return [];
  return [
    {
      severity: 'warning',
      code: 'TL424',
      message: `${own.path} and ${other.path} share the account ${own.location.account}: roles, buckets and account-wide limits are common to its regions`,
      help: 'Give each environment an account of its own, so that AWS keeps them apart.',
      path: [],
    },
  ];
}

/** One prefix begins with the other, in use or from earlier: permissions of one environment would reach the other. */
function overlapping(own: EnvironmentFacts, other: EnvironmentFacts): readonly ModuleFinding[] {
  const pair = own.names.prefixes
    .flatMap((mine) => other.names.prefixes.map((theirs) => [mine, theirs] as const))
    .find(([mine, theirs]) => mine.startsWith(theirs) || theirs.startsWith(mine));
  if (!pair) return [];
  return [
    {
      severity: 'error',
      code: 'TL424',
      message: `the prefixes ${pair[0]} of ${own.path} and ${pair[1]} of ${other.path}, in one account, contain each other: permissions of one would reach the other`,
      help: 'Choose prefixes of which none begins with the other.',
      path: ['resourcePrefix'],
    },
  ];
}
