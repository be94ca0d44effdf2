import type { ModuleContext, ModuleFinding } from '../../../core/module/define-module';
import type { NotebookConfig } from '../config/workplace';
import type { EnvironmentFacts } from '../facts';
import { networkOf, subnetsOf, unknownNetwork } from '../networks/facts';
import { checkFeature, checkObjectTeam } from '../teams/object';

/** Whose notebooks these are, and whether they can stand where they are told to. */
export function checkNotebooks(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[] {
  const notebooks = Object.entries(facts.config.notebooks);
  const paths = notebooks.map(([key]) => ['notebooks', key]);
  return [
    ...checkFeature(facts, 'notebooks', paths),
    ...notebooks.flatMap(([key, notebook]) => [
      ...checkObjectTeam(facts, context, {
        team: notebook.team,
        permission: 'CREATE_NOTEBOOK',
        path: ['notebooks', key],
      }),
      ...checkPlace(facts, key, notebook),
    ]),
  ];
}

function checkPlace(
  facts: EnvironmentFacts,
  key: string,
  { network: name, vpcId, subnetId }: NotebookConfig,
): readonly ModuleFinding[] {
  const path = ['notebooks', key];
  if (name !== undefined && vpcId !== undefined) {
    const message = 'a network stands for its VPC';
    return [
      { severity: 'error', code: 'TL208', message, help: 'Remove `vpcId:`.', path: [...path, 'vpcId'] },
    ];
  }
  if (name === undefined) {
    if (subnetId !== undefined) return [];
    return vpcId === undefined ? [directInternet(key)] : [withoutSubnet(key)];
  }
  const network = networkOf(facts, name);
  if (!network) return unknownNetwork(facts, name, [...path, 'network']);
  const subnets = subnetsOf(network);
  if (subnetId === undefined) return network.privateSubnetIds.length > 0 ? [] : [noPrivateSubnet(key, name)];
  if (subnets.includes(subnetId)) return [];
  const help = subnets.length > 0 ? `Choose one of ${subnets.join(', ')}.` : `Add it to the network ${name}.`;
  const message = `${subnetId} is no subnet of the network ${name}`;
  return [{ severity: 'error', code: 'TL423', message, help, path: [...path, 'subnetId'] }];
}

function directInternet(key: string): ModuleFinding {
  return {
    severity: 'warning',
    code: 'TL423',
    message: `the notebook ${key} stands in no network, so it reaches the internet directly`,
    help: 'Name a `network:`, or a `subnetId:`.',
    path: ['notebooks', key],
  };
}

function withoutSubnet(key: string): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL208',
    message: 'a VPC alone says nowhere to stand',
    help: 'Add `subnetId:`, one of its subnets.',
    path: ['notebooks', key, 'vpcId'],
  };
}

function noPrivateSubnet(key: string, network: string): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL423',
    message: `the network ${network} has no private subnet to stand in`,
    help: `Name one of its public subnets with \`subnetId:\`, or add a private one to the network.`,
    path: ['notebooks', key, 'network'],
  };
}
