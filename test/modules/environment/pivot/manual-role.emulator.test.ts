import { GetRoleCommand, IAMClient, ListAttachedRolePoliciesCommand } from '@aws-sdk/client-iam';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../../emulator/sandbox';
import { pivotRole } from '../../../../modules/environment/pivot/pivot-role';
import { pivotTerraform } from '../../../../modules/environment/pivot/terraform-file';
import { builtStack } from '../../../core/aws/build';
import { sdk } from '../../../emulator/client';
import { terraform } from '../../../emulator/terraform';
import { temporary } from '../../../support/synth';
import { pivotFacts } from './facts';

const MINUTES = 60_000;
const name = 'fin-pivot-manual';

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  folder = join(temporary({}), 'pivot');
  mkdirSync(folder);
  const { boundaryArn: _boundary, ...facts } = pivotFacts();
  const file = pivotTerraform({
    name,
    path: '/team/',
    location: { account: sandbox.account, region: sandbox.region, partition: 'aws' },
    trust: { trustedAccountId: '222222222222', trustedPrincipals: ['role/*app'], externalId: undefined },
    facts,
    boundaryArn: undefined,
  });
  writeFileSync(join(folder, 'pivot.tf.json'), JSON.stringify(file));
}, MINUTES);
afterAll(() => sandbox.stop());

/** Runs Terraform as an account owner does, who knows the external id. */
async function runIn(where: string, ...args: readonly string[]): Promise<string> {
  const environment = { ...sandbox.env, TF_VAR_external_id: 'Zq8external' };
  const { code, output } = await terraform(where, environment, ...args, '-no-color');
  if (code !== 0) throw new Error(output);
  return output;
}

const run = (...args: readonly string[]) => runIn(folder, ...args);

/** A plan of an environment that is given the role, as far as the role goes. */
async function planWith(externalId: string): Promise<string> {
  const roleArn = `arn:aws:iam::${sandbox.account}:role/team/${name}`;
  const trust = { trustedAccountId: '222222222222', externalId };
  const { data } = await builtStack((scope) => void pivotRole(scope, { create: false, roleArn, trust }));
  const beside = join(temporary({}), 'existing');
  mkdirSync(beside);
  const provider = { aws: [{ region: sandbox.region }] };
  writeFileSync(join(beside, 'main.tf.json'), JSON.stringify({ provider, data }));
  await runIn(beside, 'init', '-input=false');
  return runIn(beside, 'plan', '-input=false');
}

test(
  'the file is valid, makes a role that an environment can be given, changes nothing twice, and takes it away',
  async () => {
    await run('init', '-input=false');
    expect(await run('validate')).toContain('The configuration is valid');
    await run('apply', '-auto-approve', '-input=false');
    const iam = new IAMClient(sdk(sandbox));
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: name }));
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')).toContain('Zq8external');
    expect(Role).toMatchObject({ Path: '/team/', MaxSessionDuration: 43200 });
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: name }));
    expect(attached.AttachedPolicies?.map(({ PolicyName }) => PolicyName)).toEqual([
      name,
      `${name}-2`,
      `${name}-3`,
    ]);
    await run('plan', '-detailed-exitcode', '-input=false');
    expect(await planWith('Zq8external')).toContain('No changes');
    await expect(planWith('Zq8')).rejects.toThrow('does not name the external id');
    await run('destroy', '-auto-approve', '-input=false');
    await expect(iam.send(new GetRoleCommand({ RoleName: name }))).rejects.toMatchObject({
      name: expect.stringContaining('NoSuchEntity'),
    });
  },
  5 * MINUTES,
);
