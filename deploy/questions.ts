import { Limit } from '../access/live/ask';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { PresenceQuestion, Question, Questions as Asked } from '../core/module/questions';
import { addressOf } from '../core/naming/address';
import type { Environment, Module, Platform } from '../core/platform/platform';
import type { StackPlan } from '../core/platform/stacks';
import type { Records } from '../core/platform/record';
import { viewOf } from '../core/platform/view';
import { withAnswers, type Answer } from './answers';
import { RefusedError } from './errors';
import { roleIn, type Identity } from './identity';
import type { Run } from './run';
import { chosenModules, type Selection } from './stacks';

/** What AWS said before a stack is planned. */
export interface StackAnswers {
  /** Arguments for `terraform plan`. */
  readonly args: readonly string[];
  /** Names of what is not there yet, as far as is known. */
  readonly pending: readonly string[];
}

/** What a module asks before its stack is planned. */
export function questionsOf(platform: Platform, module: Module): Asked {
  const { definition, config } = module;
  const view = definition.questions && viewOf(platform, module);
  return (view && definition.questions?.(config, view)) ?? {};
}

/** Asks AWS what modules want to know before a plan. A question without an answer never stops one. */
export class Questions {
  private readonly told = new Set<string>();
  /** What is known by now. */
  private readonly answers = new Map<string, Answer>();

  constructor(
    private readonly run: Run,
    private readonly platform: Platform,
    private readonly as: Identity,
  ) {}

  /** @throws RefusedError where something does not hold that the chosen modules need */
  async assertConditions(selection: Selection): Promise<void> {
    const findings: Diagnostic[] = [];
    const needs = new Set<string>();
    for (const plan of selection.plans)
      for (const module of chosenModules(plan, selection))
        for (const condition of questionsOf(this.platform, module).conditions ?? []) {
          const problem = await this.ask(plan.environment, condition);
          if (!problem) continue;
          findings.push({ severity: 'error', ...problem, place: module.locate(condition.path) });
          needs.add(condition.need);
        }
    if (findings.length === 0) return;
    this.run.tell({ kind: 'found', findings, folder: this.platform.folder });
    throw new RefusedError(`${[...needs].join(', ')}, so nothing was planned`, '');
  }

  /** What is there of what a stack waits for; else what the lock file knows. */
  async answersFor({ environment, modules }: StackPlan): Promise<StackAnswers> {
    const waiting = modules
      .map((module) => ({ module, presences: questionsOf(this.platform, module).presences ?? [] }))
      .filter(({ presences }) => presences.length > 0);
    const limit = new Limit(8);
    const answered = await Promise.all(
      waiting.map(async ({ module, presences }) => ({
        module,
        presences: await Promise.all(
          presences.map((presence) => limit.run(() => this.lookFor(presence, environment, module))),
        ),
      })),
    );
    const all = answered.flatMap(({ presences }) => presences);
    const pending = new Map(
      all.flatMap(({ presence, isThere }) => (isThere ? [] : [[presence.name, presence.pending] as const])),
    );
    for (const message of pending.values()) this.run.tell({ kind: 'pending', message });
    const args = answered.flatMap(({ module, presences }) => argumentsFor(module, presences));
    return { args, pending: [...pending.keys()] };
  }

  /** The records with what is known by now: for the lock file. */
  recordedIn(records: Records): Records {
    return withAnswers(records, [...this.answers.values()]);
  }

  private async lookFor(
    presence: PresenceQuestion,
    environment: Environment,
    { definition }: Module,
  ): Promise<Found> {
    const isThere = await this.ask(environment, presence);
    if (isThere === undefined) return { presence, isThere: presence.recorded };
    const { record } = presence;
    const key = JSON.stringify([definition.name, record]);
    this.answers.set(key, { definition: definition.name, record, isThere });
    return { presence, isThere };
  }

  /** Undefined where AWS did not say. */
  private async ask<T>(environment: Environment, question: Question<T>): Promise<T | undefined> {
    const { account, region, about } = question;
    const sessions = await this.run.sessions();
    try {
      const role = roleIn(this.platform, environment, account, this.as);
      return await question.ask(await sessions.settings(region, role));
    } catch (error) {
      const { reasonOf } = await import('./sessions');
      this.tellOnce(about, reasonOf(error));
      return undefined;
    }
  }

  private tellOnce(question: string, reason: string): void {
    const key = JSON.stringify([question, reason]);
    if (!this.told.has(key)) this.run.tell({ kind: 'unanswered', question, reason });
    this.told.add(key);
  }
}

interface Found {
  readonly presence: PresenceQuestion;
  readonly isThere: boolean;
}

/** The variables of a module, each with the names of what is there. */
function argumentsFor({ name }: Module, found: readonly Found[]): readonly string[] {
  return [...new Set(found.map(({ presence }) => presence.variable))].map((variable) => {
    const there = found
      .filter(({ presence, isThere }) => isThere && presence.variable === variable)
      .map(({ presence }) => presence.name);
    return `-var=${addressOf(name, variable)}=${JSON.stringify(there)}`;
  });
}
