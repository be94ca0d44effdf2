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
  { folder: 'setup/', guests: ['toolchain/', 'documentation/'] },
  { folder: 'toolchain/' },
  { folder: 'aws/' },
  { folder: 'aws/iam/' },
  { folder: 'emulator/' },
  { folder: 'core/' },
  { folder: 'access/' },
  { folder: 'modules/', doors: ['modules/registry'] },
  { folder: 'deploy/' },
  { folder: 'cli/' },
  // What holds of environments for teams, each with its test: the one thing of the tests that a page tells of.
  { folder: 'test/requirements/', guests: ['documentation/'] },
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
  'cli/codeowners/index.ts': environments,
  'cli/pivot-role/index.ts': environments,
  'cli/shared/environments.ts': environments,
  'cli/show/deployed.ts': environments,
  'cli/show/index.ts': environments,
  'cli/show/policies.ts': environments,
  'documentation/environments.ts': environments,
};

/**
 * Files that import each other in a circle, types included. This list only shrinks as well.
 * @type {readonly (readonly string[])[]}
 */
const CIRCLES = [
  // A module has a definition, and what a definition is asked knows the modules.
  [
    'core/module/define-module.ts',
    'core/module/scope.ts',
    'core/platform/platform.ts',
    'core/platform/registered.ts',
  ],
];

module.exports = { CIRCLES, EXCEPTIONS, ROOMS };
