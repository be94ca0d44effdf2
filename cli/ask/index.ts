import type { Diagnostic } from '../../diagnostics/diagnostic';
import { addressOf } from '../../core/naming/address';
import type { Located, Platform } from '../../core/platform/platform';
import type { StackPlan } from '../../core/platform/stacks';
import { siblingsOf } from '../../core/platform/view';
import { existingTablesKey } from '../../modules/environment/datasets/table-path';
import { factsOf } from '../../modules/environment/facts';
import { waitingTables } from '../../modules/environment/shares/waiting';
import { endpointOf } from '../shared/aws-endpoint';
import { processConfiguration, quietSdk } from '../shared/configuration';
import { say, sayDiagnostics } from '../shared/report';
import type { Selection } from '../shared/select';
import { RefusedError } from '../shared/usage-error';
import { hasDashboards } from './has-dashboards';
import { roleIn } from './identity';
import type { Sessions } from './sessions';

/** What AWS said before a stack is planned. */
export interface StackAnswer {
  /** Arguments for `terraform plan`. */
  readonly args: readonly string[];
  /** Tables that are granted once a crawler has made them. */
  readonly pending: readonly string[];
}

/** Asks AWS what Terraform cannot ask itself. A question without an answer never stops a plan. */
export class Asker {
  private readonly told = new Set<string>();
  private made: Promise<Sessions> | undefined;
  /** What is known of tables by now, by path: for the lock file. */
  readonly there = new Map<string, boolean>();

  constructor(
    private readonly platform: Platform,
    private readonly as: 'deploy' | 'plan' = 'deploy',
    private readonly endpoint = endpointOf(processConfiguration().environment),
  ) {}

  /** Which tables that something of a stack waits for are there; else what the lock file knows. */
  async tables(plan: StackPlan | undefined): Promise<StackAnswer> {
    if (!plan) return { args: [], pending: [] };
    const { environment, modules } = plan;
    const all = siblingsOf(this.platform, 'environment').map(factsOf);
    const waiting = modules
      .filter(({ definition }) => definition.name === 'environment')
      .map((module) => ({ module, tables: waitingTables(factsOf({ environment, module }), all) }))
      .filter(({ tables }) => tables.length > 0);
    if (waiting.length === 0) return { args: [], pending: [] };
    const { askTables } = await import('./tables');
    const asking = { platform: this.platform, environment, as: this.as, sessions: await this.sessions() };
    const wanted = waiting.flatMap(({ tables }) => tables);
    const { there, failures } = await askTables(asking, wanted);
    for (const reason of failures) this.sayOnce(`which tables are there (the lock file's are taken)`, reason);
    for (const [path, exists] of there) this.there.set(path, exists);
    const known = new Map(wanted.map(({ path, recorded }) => [path, there.get(path) ?? recorded]));
    const pending = [...new Set(wanted.map(({ path }) => path))].filter((path) => known.get(path) !== true);
    for (const path of pending) say(`pending crawl: ${path}: granted once the crawler has made it`);
    return { args: waiting.map(({ module, tables }) => argument(module.name, tables, known)), pending };
  }

  /** @throws RefusedError where an environment with dashboards has no QuickSight that makes them */
  async dashboards({ plans, modules: chosen }: Selection): Promise<void> {
    const found: Diagnostic[] = [];
    for (const { environment, modules } of plans) {
      const located = modules
        .filter(({ name }) => chosen.size === 0 || chosen.has(name))
        .map((module) => ({ environment, module }));
      for (const each of located.filter(hasDashboards)) {
        const problem = await this.ofQuickSight(each);
        if (problem) found.push(problem);
      }
    }
    if (found.length === 0) return;
    sayDiagnostics(found, this.platform.folder);
    throw new RefusedError('dashboards need QuickSight, so nothing was planned', '');
  }

  private async ofQuickSight(located: Located): Promise<Diagnostic | undefined> {
    const { environment } = located;
    const { askDashboards } = await import('./dashboards');
    try {
      const role = roleIn(this.platform, environment, environment.account, this.as);
      const { region } = factsOf(located).location;
      return await askDashboards(located, await (await this.sessions()).settings(region, role));
    } catch (error) {
      const { reasonOf } = await import('./sessions');
      this.sayOnce('whether QuickSight makes dashboards', reasonOf(error));
      return undefined;
    }
  }

  /** Loaded late: most platforms have nothing to ask. */
  private sessions(): Promise<Sessions> {
    quietSdk();
    this.made ??= import('./sessions').then(({ Sessions }) => new Sessions(this.endpoint));
    return this.made;
  }

  private sayOnce(question: string, reason: string): void {
    const note = `note: AWS did not say ${question}: ${reason}`;
    if (!this.told.has(note)) say(note);
    this.told.add(note);
  }
}

function argument(
  module: string,
  tables: readonly { readonly path: string }[],
  known: ReadonlyMap<string, boolean>,
): string {
  const there = tables.map(({ path }) => path).filter((path) => known.get(path) === true);
  return `-var=${addressOf(module, existingTablesKey)}=${JSON.stringify(there)}`;
}
