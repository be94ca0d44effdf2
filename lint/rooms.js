// @ts-check

/**
 * @typedef {object} Room
 * @property {string} folder with a slash at its end; the empty one is the top level itself
 * @property {readonly string[]} [doors] the only files that other rooms may import, without their ending
 * @property {readonly string[]} [guests] the only rooms, by folder, that may import anything of it
 */

/**
 * The rooms of the house, ground first: an import goes to the same room or down. A folder may be a room of its own
 * inside another: the longest folder wins. What is in no room (tests, measurements) may import everything, and nothing
 * in a room may import it.
 * @type {readonly Room[]}
 */
const ROOMS = [
  { folder: 'diagnostics/' },
  // Plain JavaScript that runs before there is anything to compile; the product sees it through its typed face.
  { folder: 'setup/', guests: ['toolchain/'] },
  { folder: 'toolchain/' },
  { folder: 'aws/' },
  { folder: 'emulator/' },
  { folder: 'core/' },
  { folder: 'blocks/' },
  { folder: 'access/' },
  { folder: 'rules/' },
  { folder: 'review/' },
  { folder: 'workplace/' },
  { folder: 'modules/', doors: ['modules/registry'] },
  { folder: 'deploy/' },
  { folder: 'bootstrap/' },
  { folder: 'cli/' },
  { folder: 'documentation/' },
  { folder: '' },
];

/** What environments for teams know of themselves, asked past the registry. */
const environments = 'environments for teams are a module, and become a room below the commands';

/**
 * Files that do not keep to the order yet, each with the reason. The list only shrinks: a test fails for a file that
 * has come to keep to it.
 * @type {Readonly<Record<string, string>>}
 */
const EXCEPTIONS = {
  'core/config/load.ts': 'the registry is not handed in yet',
  'cli/ask/dashboards.ts': environments,
  'cli/ask/has-dashboards.ts': environments,
  'cli/ask/index.ts': environments,
  'cli/ask/tables.ts': environments,
  'cli/codeowners/index.ts': environments,
  'cli/doctor/account.ts': environments,
  'cli/pivot-role/index.ts': environments,
  'cli/shared/environments.ts': environments,
  'cli/show/deployed.ts': environments,
  'cli/show/index.ts': environments,
  'cli/show/policies.ts': environments,
  'documentation/environments/rights-tables.ts': environments,
};

/**
 * Files that import each other in a circle, types included. This list only shrinks as well.
 * @type {readonly (readonly string[])[]}
 */
const CIRCLES = [
  [
    'access/evaluate/comparators.ts',
    'access/evaluate/compare/address.ts',
    'access/evaluate/compare/arn.ts',
    'access/evaluate/compare/plain.ts',
    'access/evaluate/compare/string.ts',
  ],
  ['access/contract/facts.ts', 'access/contract/verify.ts'],
  [
    'core/module/define-module.ts',
    'core/module/scope.ts',
    'core/platform/platform.ts',
    'core/platform/registered.ts',
  ],
  [
    'core/aws/bucket-default-deny.ts',
    'core/aws/bucket-deployer.ts',
    'core/aws/bucket-list.ts',
    'core/aws/bucket-policy.ts',
    'core/aws/bucket-reach.ts',
    'core/aws/bucket-refusal.ts',
  ],
  ['core/aws/bucket-extras.ts', 'core/aws/bucket.ts', 'core/aws/inventory.ts'],
  ['core/aws/studio/domain.ts', 'core/aws/studio/profiles.ts'],
  ['core/config/template/embed.ts', 'core/config/template/references.ts'],
  ['core/stack/inspect.ts', 'core/synthesize.ts'],
  ['cli/list/environments.ts', 'cli/list/index.ts'],
  ['emulator/identities.ts', 'emulator/roles.ts', 'emulator/sandbox.ts'],
  [
    'cli/demo/walk-through/access.ts',
    'cli/demo/walk-through/crawl.ts',
    'cli/demo/walk-through/find.ts',
    'cli/demo/walk-through/grants.ts',
    'cli/demo/walk-through/index.ts',
    'cli/demo/walk-through/sessions.ts',
    'cli/demo/walk-through/studio.ts',
    'cli/demo/walk-through/upload.ts',
    'cli/demo/walk-through/workgroup.ts',
  ],
];

module.exports = { CIRCLES, EXCEPTIONS, ROOMS };
