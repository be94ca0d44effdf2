import type { Requirement } from './requirement';

const test = (file: string, name: string) => ({ file: `modules/environment/${file}`, name });
const change = (file: string, from: string, to: string) => ({
  file: `modules/environment/${file}`,
  from,
  to,
});

/** Accounts, who deploys, the pivot role, prerequisites: D1 to D12. */
export const accounts: readonly Requirement[] = [
  {
    id: 'D1',
    asks: 'An environment is an account and a region; linking one deploys a stack there.',
    stands:
      'The module `@terralake/environment` makes the account and region of its environment a workplace, in the stack `<domain>-<environment>`. A second one there is an error (TL403).',
    test: test('apart.test.ts', 'an account and region is one environment'),
    change: change('base/part.ts', "claims: ['environment'],", 'claims: [],'),
  },
  {
    id: 'D2',
    asks: 'One account for each environment is recommended.',
    stands: 'Two regions of one account are a warning that says what they have in common (TL424).',
    test: test('apart.test.ts', 'another region of the account is a warning'),
    change: change(
      'apart/part.ts',
      'if (own.location.region === other.location.region) return [];',
      'return [];',
    ),
  },
  {
    id: 'D3',
    asks: 'Accounts are not made; the account is an input.',
    stands:
      '`account` and `region` must be stated (TL207); an account has twelve digits (TL206); `allowed_account_ids` keeps Terraform out of every other one.',
    test: test('form.test.ts', 'an environment states its'),
    change: change('check.ts', 'if (account !== undefined && region !== undefined) return [];', 'return [];'),
  },
  {
    id: 'D4',
    asks: 'Trust of the deployment is mandatory; other prerequisites depend on features.',
    stands:
      'Terraform runs as the deploy role, which the account owner makes. A pivot role is there only where `pivotRole` names a central account, QuickSight is asked only with the feature `dashboards`, a VPC is looked for only with `mlStudio`. `terralake doctor` looks at what a deployment needs.',
    test: test('pivot/environment.test.ts', 'no central account, no pivot role'),
    change: change(
      'facts.ts',
      'if (existing === undefined && trustedAccountId === undefined) return undefined;',
      '',
    ),
  },
  {
    id: 'D5',
    asks: '`cdk bootstrap --trust` lets the infrastructure account deploy.',
    stands:
      '`deployRoleArn` with `assumeDeployRole: true` and `deployRoleExternalId`: whoever runs Terraform assumes a role of the account, which trusts it by the external id ([accounts](accounts.md)). There is no CDK and no bootstrap stack.',
    test: {
      file: 'core/stack/accounts.test.ts',
      name: 'another region has the credentials, the account and the tags of the stack',
    },
    change: {
      file: 'core/blueprint/stack-provider.ts',
      from: 'return { assume_role: [{ role_arn: expression(`var.${variable}`), ...asked }] };',
      to: 'return { assume_role: [{ role_arn: expression(`var.${variable}`) }] };',
    },
  },
  {
    id: 'D6',
    asks: 'After an environment is deleted the user withdraws the trust.',
    stands:
      'A reminder with the commands, when an environment has left the YAML and after `terralake destroy` (TL426).',
    test: test('record/removed.test.ts', 'cleanly: a reminder with the command, and no error'),
    change: change(
      'record/gone.ts',
      "{ severity: 'warning', code: 'TL426', ...withdrawal(path, recorded) },",
      '',
    ),
  },
  {
    id: 'D7',
    asks: 'A restricted policy for the execution role instead of AdministratorAccess.',
    stands:
      'Not here yet: a deploy policy generated from what the modules make is a later issue. What stands: the deploy role and its policies are the account owner’s, so it can be restricted by hand; plans run with another role, `planRoleArn`; and `permissionsBoundaryArn` is on every role that is made, so that none of them may do more than the boundary.',
    test: test('pivot/environment.test.ts', 'the boundary is on every role'),
    change: change(
      'index.ts',
      'boundary: ({ permissionsBoundaryArn }) => permissionsBoundaryArn,',
      'boundary: () => undefined,',
    ),
  },
  {
    id: 'D8',
    asks: 'Several regions of one account, each bootstrapped, with policies of its own.',
    stands:
      'Each region is an environment. Names of IAM, which has no regions, do not clash: the pivot role and its policies carry the region, other names the words of the module. One deploy role serves all regions.',
    test: test('pivot/environment.test.ts', 'the pivot role carries the region in its name'),
    change: change(
      'facts.ts',
      "names.name('role', ['pivot', location.region])",
      "names.name('role', ['pivot'])",
    ),
  },
  {
    id: 'D9',
    asks: 'Only the central account may assume the pivot role, with an external id.',
    stands:
      'The trust names the central account, patterns of its principals and the external id; whoever lacks one of them is denied. The role cannot change itself.',
    test: test('pivot/decisions.test.ts', 'who takes the role'),
    change: change('pivot/trust.ts', "StringEquals: { 'sts:ExternalId': externalId },", ''),
  },
  {
    id: 'D10',
    asks: 'The pivot role is made with the environment, or by hand from a template.',
    stands:
      '`pivotRole.create`; `terralake pivot-role <environment>` writes Terraform for the account owner, whose role has another name, so that one can take over from the other.',
    test: test('pivot/manual-role.test.ts', 'it has not the name of the role that the environment makes'),
    change: change(
      'pivot/manual-role.ts',
      "['pivot', 'manual', location.region]",
      "['pivot', location.region]",
    ),
  },
  {
    id: 'D11',
    asks: 'From a manual to a made pivot role: flip a flag; the update button or the nightly updater does the rest.',
    stands:
      '`create: true` and the next `terralake apply`, which replaces nothing else. There is no updater: `terralake plan` shows what would change, at any time.',
    test: test(
      'pivot/environment.test.ts',
      'handing over from an existing role to one that is made changes nothing else',
    ),
    change: change(
      'teams/build.ts',
      'pivotRoleArn: pivot?.arn,',
      'pivotRoleArn: pivot?.made === true ? pivot.arn : undefined,',
    ),
  },
  {
    id: 'D12',
    asks: 'Dashboards need an Enterprise subscription of QuickSight.',
    stands:
      'With the feature `dashboards`, `plan`, `apply` and `doctor` ask QuickSight for its edition and status; a plan is refused with the line of the feature (TL423, exit 3).',
    test: test('dashboards/subscription.test.ts', 'is a problem of the account'),
    change: change(
      'dashboards/subscription.ts',
      "new Set(['ENTERPRISE', 'ENTERPRISE_AND_Q'])",
      "new Set(['ENTERPRISE', 'ENTERPRISE_AND_Q', 'STANDARD'])",
    ),
  },
];
