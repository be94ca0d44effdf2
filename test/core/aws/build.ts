import stringify from 'json-stable-stringify';
import { z } from 'zod';
import { defineModule } from '../../../core/module/define-module';
import type { ModuleScope } from '../../../core/module/scope';
import { createNames } from '../../../core/naming/create-names';
import type { Environment, Module, Platform } from '../../../core/platform/platform';
import { drawBlueprint } from '../../../core/blueprint/draw';
import { ConfigurationError, type Diagnostic } from '../../../diagnostics/diagnostic';
import { stackJson } from '../../../core/engine/json/stack-json';

type Blocks = Record<string, Record<string, any>>;

export interface Setting {
  readonly environment?: Partial<Environment>;
  /** Both keys for destruction are given. */
  readonly allowDataLoss?: boolean;
}

const place = { file: 'mdaa.yaml', line: 1, column: 1 };

/** What a module `m` would make in `org`, domain `lake`, environment `dev`: resource type → key → block. */
export async function built(
  build: (scope: ModuleScope) => void,
  setting: Setting = {},
): Promise<Record<string, Blocks>> {
  return (await builtStack(build, setting)).resource;
}

/** The same, with what it would look up. */
export async function builtStack(
  build: (scope: ModuleScope) => void,
  { environment = {}, allowDataLoss = false }: Setting = {},
): Promise<{ readonly resource: Record<string, Blocks>; readonly data: Record<string, Blocks> }> {
  const found: Diagnostic[] = [];
  const { stacks } = drawBlueprint(platform(build, environment, !allowDataLoss), {
    allowDataLoss: new Set(allowDataLoss ? ['lake-dev'] : []),
    report: (finding) => found.push(finding),
  });
  if (found.length > 0) throw new ConfigurationError(found);
  const [stack] = stacks;
  return {
    resource: {},
    data: {},
    ...(stack && (JSON.parse(stringify(stackJson(stack)) ?? '{}') as object)),
  };
}

function platform(
  build: (scope: ModuleScope) => void,
  environment: Partial<Environment>,
  deletionProtection: boolean,
): Platform {
  const words = { organization: 'org', environment: 'dev', domain: 'lake', module: 'm' };
  const module: Module = {
    name: 'm',
    path: 'm',
    place,
    locate: () => place,
    placeOf: () => place,
    definition: defineModule({ name: 'm', summary: '', config: z.unknown(), declares: () => ({}), build }),
    config: {},
    names: createNames(words),
    declaration: {
      ...{ publishes: [], claims: [], claimsIfFree: [], after: [], names: [] },
      ...{ registers: [], contributes: [], follows: [], reaches: [] },
    },
    record: undefined,
    context: {
      account: environment.account,
      region: environment.region,
      teams: new Map(),
      recorded: undefined,
      asOf: undefined,
    },
    tags: {},
    tagsOf: () => ({}),
    permissionsBoundaryArn: undefined,
    deletionProtection,
    predeploy: [],
    postdeploy: [],
    additionalTargets: [],
  };
  return {
    organization: 'org',
    folder: '/',
    rootFile: 'mdaa.yaml',
    teams: new Map(),
    files: [],
    environments: [
      {
        domain: 'lake',
        name: 'dev',
        place,
        stackName: 'lake-dev',
        stacks: 'per-environment',
        account: '111111111111',
        region: 'eu-west-1',
        tags: {},
        backend: { kind: 'local', path: undefined },
        deployRoleArn: 'arn:aws:iam::111111111111:role/deploy',
        planRoleArn: undefined,
        assumeDeployRole: false,
        deployRoleExternalId: undefined,
        deployRoleTemplate: undefined,
        planRoleTemplate: undefined,
        modules: [module],
        leftOut: [],
        ...environment,
      },
    ],
  };
}
