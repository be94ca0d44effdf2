import { suggestion } from '../../../core/config/nearest';
import type { ConfigPath } from '../../../core/config/locate';
import type { ModuleFinding } from '../../../core/module/define-module';
import type { NetworkConfig } from '../config/workplace';
import type { EnvironmentFacts } from '../facts';

/** The network of that name, if the environment has one. */
export function networkOf({ config }: EnvironmentFacts, name: string): NetworkConfig | undefined {
  return Object.hasOwn(config.networks, name) ? config.networks[name] : undefined;
}

/** All subnets of a network, each once. */
export function subnetsOf({ privateSubnetIds, publicSubnetIds }: NetworkConfig): readonly string[] {
  return [...new Set([...privateSubnetIds, ...publicSubnetIds])];
}

/** Where something names a network that the environment does not have. */
export function unknownNetwork(
  { config }: EnvironmentFacts,
  name: string,
  path: ConfigPath,
): readonly ModuleFinding[] {
  if (Object.hasOwn(config.networks, name)) return [];
  const known = suggestion(name, Object.keys(config.networks));
  const help = `${known} Others are added under \`networks\`.`;
  const message = `"${name}" is no network of this environment`;
  return [{ severity: 'error', code: 'TL423', message, help, path }];
}
