import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import type { EnvironmentFacts } from '../facts';
import { networkOf, subnetsOf, unknownNetwork } from '../networks/facts';
import { checkFeature, checkObjectTeam } from '../teams/object';
import { studioUsersOf } from './facts';

/** Where Studio stands, and who its users are. */
export function checkStudio(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[] {
  const users = Object.entries(facts.config.studioUsers);
  const paths = users.map(([key]) => ['studioUsers', key]);
  return [
    ...checkVpc(facts),
    ...checkFeature(facts, 'mlStudio', paths),
    ...users.flatMap(([key, { team }]) =>
      checkObjectTeam(facts, context, {
        team,
        permission: 'CREATE_SGMSTUDIO_USER',
        path: ['studioUsers', key],
      }),
    ),
    ...sameProfiles(facts),
  ];
}

function checkVpc(facts: EnvironmentFacts): readonly ModuleFinding[] {
  const { mlStudio, features } = facts.config;
  if (!mlStudio) return [];
  if (!features.mlStudio) {
    const message = 'the feature mlStudio is off, so there is no Studio to give a VPC to';
    const help = 'Write `features: { mlStudio: true }`, or remove `mlStudio:`.';
    return [{ severity: 'error', code: 'TL208', message, help, path: ['mlStudio'] }];
  }
  const { network: name } = mlStudio;
  if (name === undefined) return [];
  const path = ['mlStudio', 'network'];
  const network = networkOf(facts, name);
  if (!network) return unknownNetwork(facts, name, path);
  if (subnetsOf(network).length > 0) return [];
  const message = `the network ${name} has no subnets, so Studio has nowhere to stand`;
  return [{ severity: 'error', code: 'TL423', message, help: 'Add `privateSubnetIds:` to it.', path }];
}

/** Profiles of one domain that AWS could not tell apart. */
function sameProfiles(facts: EnvironmentFacts): readonly ModuleFinding[] {
  const users = studioUsersOf(facts);
  return users.flatMap(({ profile, key, from }, index): readonly ModuleFinding[] => {
    const same = users.slice(0, index).find((other) => other.profile === profile);
    if (!same) return [];
    const message = `the Studio users ${same.key} and ${key} would both be called ${profile} in AWS`;
    return [
      { severity: 'error', code: 'TL502', message, help: 'Rename one, or give it an `id:`.', path: from },
    ];
  });
}
