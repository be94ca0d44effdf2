import type { ModuleDefinition } from '../../module/define-module';
import { error, type Place, type Report } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import { loadDefinition } from './external';

/** Finds the definition behind a `module_path`. Each is loaded once. */
export class ModuleLookup {
  private readonly known = new Map<string, ModuleDefinition>();
  private readonly external = new Map<string, ModuleDefinition | string>();

  constructor(
    registry: readonly ModuleDefinition[],
    private readonly folder: string,
  ) {
    for (const definition of registry) this.known.set(definition.name, definition);
  }

  /** The definition, or undefined where there is none and that was reported. */
  find(path: string, place: Place, report: Report): ModuleDefinition | undefined {
    const own = /^(@aws-mdaa\/|@aws-caef\/|@terralake\/)?([^/@.]+)(@[^/]+)?$/.exec(path);
    const [, scope, name = ''] = own ?? [];
    const builtIn = this.known.get(name);
    if (builtIn) return builtIn;
    if (scope !== undefined) return this.unknown(path, name, scope, place, report);
    const found = this.load(path);
    if (typeof found !== 'string') return found;
    if (own && found === 'not found') return this.unknown(path, name, '', place, report);
    const help =
      'Name compiled JavaScript (or an installed npm package) that exports a module made with defineModule.';
    report(error('TL402', place, `the module "${path}" cannot be loaded: ${found}`, help));
    return undefined;
  }

  private load(path: string): ModuleDefinition | string {
    const found = this.external.get(path) ?? loadDefinition(path, this.folder);
    this.external.set(path, found);
    return found;
  }

  private unknown(path: string, name: string, scope: string, place: Place, report: Report): undefined {
    const names = [...this.known.keys()].sort();
    const help = suggestion(name, names);
    const message = scope.startsWith('@aws-')
      ? `the MDAA module "${path}" is not implemented in Terralake`
      : `there is no module "${path}"`;
    report(error('TL401', place, message, help));
    return undefined;
  }
}
