import {
  GetDataLakeSettingsCommand,
  LakeFormationClient,
  PutDataLakeSettingsCommand,
  type DataLakeSettings,
} from '@aws-sdk/client-lakeformation';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assumedEnv, createDeployRole } from '../../../emulator/identities';
import { startSandbox, type Sandbox } from '../../../emulator/sandbox';
import { sdk } from '../../emulator/client';
import { terraform, type Run } from '../../emulator/terraform';
import { synthModule, temporary } from '../../support/synth';

const MINUTES = 60_000;

let sandbox: Sandbox;
let client: LakeFormationClient;
let environment: Record<string, string>;
let folder: string;
let deployer: string;
let byHand: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  client = new LakeFormationClient(sdk(sandbox));
  deployer = await createDeployRole(sandbox, 'deploy');
  byHand = await createDeployRole(sandbox, 'by-hand');
  environment = await assumedEnv(sandbox, deployer, 'test');
  // As deep as a stack of cdktf.out: its state lies beside that, in the temporary folder.
  folder = join(temporary({}), 'cdktf.out', 'stacks', 'test-domain-test-env');
  mkdirSync(folder, { recursive: true });
  await client.send(
    new PutDataLakeSettingsCommand({
      DataLakeSettings: {
        DataLakeAdmins: [{ DataLakePrincipalIdentifier: byHand }],
        ReadOnlyAdmins: [{ DataLakePrincipalIdentifier: deployer }],
        CreateTableDefaultPermissions: [
          { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] },
        ],
      },
    }),
  );
}, MINUTES);

afterAll(() => sandbox.stop());

async function run(...args: string[]): Promise<Run> {
  return terraform(folder, environment, ...args, '-no-color', '-input=false');
}

async function write(config: Record<string, unknown>): Promise<void> {
  const { json } = await synthModule(
    'lakeformation-settings',
    { lakeFormationAdminRoles: [], iamAllowedPrincipalsDefault: false, ...config },
    { environment: { account: sandbox.account, region: sandbox.region } },
  );
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(json));
  expect(await run('init')).toMatchObject({ code: 0 });
}

/** Applies, plans again without a change, and answers what the account has then. */
async function applied(config: Record<string, unknown>): Promise<DataLakeSettings> {
  await write(config);
  for (const { code, output } of [
    await run('apply', '-auto-approve'),
    await run('plan', '-detailed-exitcode'),
  ]) {
    if (code !== 0) throw new Error(output);
  }
  return (await client.send(new GetDataLakeSettingsCommand({}))).DataLakeSettings ?? {};
}

const admins = (settings: DataLakeSettings) =>
  (settings.DataLakeAdmins ?? []).map((admin) => admin.DataLakePrincipalIdentifier).sort();

test(
  'an administrator of the account is not dropped unless the YAML says so',
  async () => {
    await write({});
    const { code, output } = await run('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(output.replace(/[\s│]+/g, ' ')).toContain(`droppedAdministrators: ["${byHand}"]`);
    expect(admins(await applied({ droppedAdministrators: [byHand] }))).toEqual([deployer]);
  },
  5 * MINUTES,
);

test(
  'defaults are set and emptied, and what nobody configures stays',
  async () => {
    const everything = await applied({ iamAllowedPrincipalsDefault: true, droppedAdministrators: [byHand] });
    expect(everything.CreateTableDefaultPermissions).toHaveLength(1);
    const nothing = await applied({ lakeFormationAdminRoles: [{ arn: byHand }, { arn: deployer }] });
    expect(nothing.CreateTableDefaultPermissions ?? []).toEqual([]);
    expect(admins(nothing)).toEqual([byHand, deployer].sort());
    expect(nothing.ReadOnlyAdmins).toEqual([{ DataLakePrincipalIdentifier: deployer }]);
  },
  8 * MINUTES,
);
