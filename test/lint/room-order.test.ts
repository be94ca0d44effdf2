import { join } from 'node:path';
import { RuleTester } from 'eslint';
import { parser } from 'typescript-eslint';
import { roomOrderRule } from '../../lint/room-order-rule';
import type { Room } from '../../lint/rooms';

const root = '/house';
const rooms: readonly Room[] = [
  { folder: 'ground/' },
  { folder: 'cellar/', guests: ['tools/'] },
  { folder: 'tools/' },
  { folder: 'core/low/' },
  { folder: 'core/' },
  { folder: 'modules/', doors: ['modules/registry'] },
  { folder: 'cli/' },
  { folder: '' },
];
const exceptions = { 'ground/excused.ts': 'it is on its way' };

const tester = new RuleTester({ languageOptions: { parser } });
const at = (file: string, code: string) => ({ filename: join(root, file), code, name: `${file}: ${code}` });
const red = (file: string, code: string, says: RegExp) => ({
  ...at(file, code),
  errors: [{ message: says }],
});

tester.run('the order of rooms', roomOrderRule({ root, rooms, exceptions }), {
  valid: [
    at('core/a.ts', `import { x } from '../ground/x';`),
    at('core/a.ts', `import { x } from './b';`),
    at('core/sub/a.ts', `import x from '../low/x';`),
    at('tools/a.ts', `import { find } from '../cellar/find';`),
    at('cellar/a.js', `const { b } = require('./b');`),
    at('cli/a.ts', `import { registry } from '../modules/registry';`),
    at('modules/one/a.ts', `import { x } from './b';`),
    at('index.ts', `export { runCommand } from './cli/program';`),
    at('index.ts', `import { registry } from './modules/registry.ts';`),
    at('ground/a.ts', `import { readFileSync } from 'node:fs'; import x from 'cli/x';`),
    at('ground/a.ts', `const name = './cli/x'; require(name); load('../cli/x'); void import(name);`),
    at('ground/excused.ts', `import { x } from '../cli/x';`),
    at('test/a.test.ts', `import { x } from '../cellar/x'; import { y } from '../modules/one/y';`),
  ],
  invalid: [
    red('ground/a.ts', `import { x } from '../core/x';`, /^ground\/ stands below core\//),
    red('ground/a.ts', `import type { X } from '../cli/x';`, /^ground\/ stands below cli\//),
    red('ground/a.ts', `import '../core';`, /^ground\/ stands below core\//),
    red('ground/a.ts', `export { x } from '../core/x';`, /^ground\/ stands below core\//),
    red('ground/a.ts', `export * from '../core/x';`, /^ground\/ stands below core\//),
    red('ground/a.ts', `const load = async () => import('../core/x');`, /^ground\/ stands below core\//),
    red('ground/a.ts', `const x = require('../core/x');`, /^ground\/ stands below core\//),
    red('ground/a.ts', `import x = require('../core/x');`, /^ground\/ stands below core\//),
    red('ground/a.ts', `let x: import('../core/x').X;`, /^ground\/ stands below core\//),
    red('core/low/a.ts', `import { x } from '../x';`, /^core\/low\/ stands below core\//),
    red('cli/a.ts', `import { x } from '../index';`, /^cli\/ stands below the top level/),
    red('core/a.ts', `import { find } from '../cellar/find';`, /^cellar\/ is for tools\/ only/),
    red(
      'cli/a.ts',
      `import { x } from '../modules/one/x';`,
      /^modules\/ is entered through modules\/registry only/,
    ),
    red('cli/a.ts', `import { x } from '../test/support/x';`, /stands in no room/),
  ],
});
