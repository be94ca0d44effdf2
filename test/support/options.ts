import type { ModuleDefinition } from '../../core/module/define-module';
import { optionPaths } from '../../core/module/option-paths';
import { hashOf } from '../outputs/hash';
import { built, declared } from './declared';
import { synthModule, type ModuleSetting, type StackJson } from './synth';

/** How one option is tested: what is set, and what it does to the stack. */
export interface OptionCase {
  /** The whole configuration of the module, with the option set to a value that is not its default. */
  readonly config: unknown;
  readonly setting?: ModuleSetting;
  /** Asserts the effect in the synthesized JSON. */
  readonly expect?: (json: StackJson) => void;
  /** Instead: the option has no effect on Terraform and gives this note (or error) at its place. */
  readonly code?: string;
}

/**
 * One test per option of a module's YAML, and one that the table and the schema name the same options:
 * `paths` as `optionPaths` writes them (`buckets.*.corsRules[].maxAge`). Several options may share a case.
 */
export function testOptions(definition: ModuleDefinition, cases: Readonly<Record<string, OptionCase>>): void {
  const tested = Object.keys(cases).flatMap((paths) => paths.split(/\s+/));
  test('the table names every option of the schema, and no other', () => {
    expect([...tested].sort()).toEqual(
      [...new Set(optionPaths(definition.config).map(({ path }) => path))].sort(),
    );
  });
  test.each(Object.entries(cases))('%s', async (_paths, { config, setting, expect: effect, code }) => {
    if (code === undefined) {
      // With every option the module makes what it declares, no more and no less.
      const { json, platform, text } = await synthModule(definition.name, config, setting);
      effect?.(json);
      expect(hashOf(text)).toMatchSnapshot('the bytes of the stack');
      expect(built(json)).toEqual(declared(platform.environments.flatMap(({ modules }) => modules)));
      return;
    }
    const codes = await synthModule(definition.name, config, setting).then(
      ({ diagnostics }) => diagnostics.map((diagnostic) => diagnostic.code),
      (error: { diagnostics?: { code: string }[] }) => {
        if (!error.diagnostics) throw error;
        return error.diagnostics.map((diagnostic) => diagnostic.code);
      },
    );
    expect(codes).toContain(code);
  });
}
