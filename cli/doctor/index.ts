import type { Platform } from '../../core/platform/platform';
import { endpointOf } from '../shared/aws-endpoint';
import { processConfiguration, quietSdk } from '../shared/configuration';
import type { CommonOptions } from '../shared/options';
import { print, printJson } from '../shared/report';
import { RefusedError } from '../../deploy/errors';
import type { Check } from './check';
import { machineChecks } from './machine';
import { configurationCheck, lockCheck } from './platform';

/** What a deployment needs, looked at one by one. @throws RefusedError where something is missing */
export async function doctor(options: CommonOptions): Promise<void> {
  const { check: configuration, loaded } = configurationCheck(options);
  const checks = [
    ...machineChecks(),
    configuration,
    ...(await accountChecks(loaded?.platform)),
    ...(loaded ? [lockCheck(loaded.lock)] : []),
  ];
  if (options.json === true) printJson(checks);
  else print(checks.map(line).join('\n'));
  const missing = checks.filter(({ ok }) => !ok).length;
  if (missing > 0) {
    throw new RefusedError(`${missing} of ${checks.length} checks failed`, 'Mend what is marked with ✗.');
  }
}

async function accountChecks(platform: Platform | undefined): Promise<readonly Check[]> {
  quietSdk();
  const { callerCheck, conditionChecks, environmentCheck } = await import('./account');
  const { Sessions } = await import('../../deploy/sessions');
  const { environment: variables } = processConfiguration();
  const environments = platform?.environments ?? [];
  // STS needs one, and who asks is the same everywhere in a partition.
  const region =
    [variables.AWS_REGION, variables.AWS_DEFAULT_REGION, ...environments.map((each) => each.region)].find(
      (each) => each !== undefined && each !== '',
    ) ?? 'us-east-1';
  const sessions = new Sessions(endpointOf(variables));
  const { check, caller } = await callerCheck(sessions, region);
  if (!platform || !caller) return [check];
  const checks = [check];
  for (const environment of environments.filter(({ account }) => account !== undefined)) {
    const here = environment.region ?? region;
    checks.push(
      await environmentCheck(platform, environment, here, sessions, caller),
      ...(await conditionChecks(platform, environment, sessions)),
    );
  }
  return checks;
}

function line({ check, ok, found, help }: Check): string {
  return `${ok ? '✓' : '✗'} ${check}: ${found}${help === undefined ? '' : `\n    ${help}`}`;
}
