import tseslint from 'typescript-eslint';
import { roomOrderRule } from './lint/room-order-rule.js';
import { EXCEPTIONS, ROOMS } from './lint/rooms.js';

/** House rules, each with its reason in the message. */
const barrel = {
  name: '@cdktf/provider-aws',
  message: 'The barrel takes two seconds and 540 MB to load: import @cdktf/provider-aws/lib/<resource>.',
};
const probes = {
  name: 'cdktf',
  importNames: ['DataResource', 'CloudBackend'],
  message:
    'It runs `terraform version` at synthesis: use TerraformData of core/provider, and the backends of core/engine.',
};
const noBuild = {
  group: ['cdktf', 'cdktf/*', '@cdktf/*', 'constructs'],
  message: 'access/ reads what was built, it builds nothing.',
  allowTypeImports: true,
};
const noTerminal = {
  group: ['commander', '**/cli/**', '**/modules/**'],
  message:
    'deploy/ is for everybody who deploys: it knows no command, and of modules their definitions alone.',
};
const noFinding = {
  group: ['**/diagnostics/*'],
  message: 'Rendering prints and finds nothing: what can be wrong is found in the blueprint.',
  allowTypeImports: true,
};
const leftOfBuild = {
  group: ['cdktf', 'cdktf/*', '@cdktf/*', 'constructs', '**/engine/**'],
  message:
    'Left of rendering nothing loads cdktf: validation and listing answer without it (design, section 1).',
  allowTypeImports: true,
};
const ground = {
  group: [
    'cdktf',
    'cdktf/*',
    '@cdktf/*',
    'constructs',
    ...['core', 'modules', 'access', 'emulator', 'cli'].map((room) => `**/${room}/**`),
  ],
  message: 'aws/ says what AWS is: it knows nothing of what is built upon it (design, section 1).',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'cdktf.out/', '.terralake/', 'test/fixtures/', 'coverage/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [barrel, probes] }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='addDependency'][callee.object.property.name='node']",
          message:
            'node.addDependency never reaches depends_on (open-constructs/cdk-terrain#354): use dependsOn.',
        },
      ],
    },
  },
  {
    files: ['**/*.js'],
    extends: [...tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.js'],
    plugins: {
      house: {
        rules: {
          'room-order': roomOrderRule({ root: import.meta.dirname, rooms: ROOMS, exceptions: EXCEPTIONS }),
        },
      },
    },
    rules: { 'house/room-order': 'error' },
  },
  {
    files: ['diagnostics/**/*.ts', 'aws/**/*.ts', 'core/**/*.ts', 'modules/**/*.ts', 'access/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'The environment is read in cli/shared/configuration.ts only.',
        },
        { object: 'Date', property: 'now', message: 'Synthesis gives the same bytes on every day.' },
        { object: 'Math', property: 'random', message: 'Synthesis gives the same bytes every time.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Synthesis gives the same bytes on every day.' },
      ],
    },
  },
  {
    files: [
      'diagnostics/**/*.ts',
      'aws/**/*.ts',
      'core/config/**/*.ts',
      'core/platform/**/*.ts',
      'core/naming/**/*.ts',
      'core/module/**/*.ts',
      'core/blueprint/**/*.ts',
      'core/provider/**/*.ts',
      'core/aws/**/*.ts',
      'core/lock/**/*.ts',
      'modules/**/*.ts',
    ],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [barrel], patterns: [leftOfBuild] }],
    },
  },
  {
    files: ['core/engine/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [barrel, probes], patterns: [noFinding] },
      ],
    },
  },
  {
    files: ['deploy/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [barrel, probes], patterns: [noTerminal] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'A run is given its variables.' },
        ...['stdout', 'stderr', 'exitCode'].map((property) => ({
          object: 'process',
          property,
          message: 'What happens is told to the listener, what came of it is returned: the command prints.',
        })),
      ],
    },
  },
  {
    // One place starts programs, so that one place can end them.
    files: ['deploy/**/*.ts', 'cli/**/*.ts', 'core/**/*.ts', 'modules/**/*.ts', 'access/**/*.ts'],
    ignores: ['deploy/process.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'node:child_process',
          message: 'Programs are started by Processes of deploy/process.ts alone.',
        },
      ],
    },
  },
  {
    files: ['access/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [barrel], patterns: [noBuild] }],
    },
  },
  {
    files: ['aws/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [barrel], patterns: [ground] }] },
  },
  {
    // Lists of facts, not code.
    files: ['modules/*/base-policies*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
