import { synthesize } from '../../shared/built-in';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionsOf } from '../../../access/contract/questions';
import { contractSchema, type ContractFile } from '../../../access/contract/schema';
import { verify } from '../../../access/contract/verify';
import type { Broken } from '../../../access/contract/verified';
import { readLive } from '../../../access/live/read';
import { scopeOf } from '../../../access/live/scope';
import type { AccessModel } from '../../../access/model/model';
import { ask } from '../../../access/questions/ask';
import { reasonLine } from '../../../access/questions/matrix';
import { ModelIndex } from '../../../access/questions/model-index';
import { readable } from '../../../access/questions/readable';
import { contractText } from '../../../access/report/contract';
import { modelOfStacks } from '../../../access/stacks/model';
import { readStacks, unknownAccount, unknownRegion } from '../../../access/stacks/stack-source';
import { loadBeside } from '../../../core/config/beside';
import { ConfigurationError } from '../../../diagnostics/diagnostic';

import { processConfiguration } from '../../shared/configuration';
import { say } from '../../shared/report';
import { RunError } from '../../../deploy/errors';
import { asUser } from '../clients';
import type { Step, Tour } from './tour';

const contractFile = 'access-contract.yaml';

/** Rules of the starter kit's contract that are shown with what decides them; another platform's have other names. */
export const shownRules: readonly string[] = [
  'H1 DA owns the lake',
  'H16 DU reads the data of the lake',
  'N1 DU changes nothing in the lake',
  'N4 nobody else reaches an object, not even an administrator',
  'N7 nothing goes over plain HTTP',
  'N8 nobody uploads with a foreign key',
  'H17 DU is granted all tables',
  'N5 the team is granted no table',
  'H19 DS launches its own profile',
  '12.3 a DS launches no profile of another session',
  'N17 no job runs outside the VPC',
  'N23 nobody outside the account reaches an object',
];

/** Reads the policies back, decides the platform's access contract on them, and shows some of the answers. */
export const decideAccess: Step = async (tour, check) => {
  const file = join(tour.workspace, contractFile);
  if (!existsSync(file)) return;
  const index = new ModelIndex(await liveModel(tour));
  const { account, region } = tour.sandbox;
  const where = { account, region, partition: index.model.partition };
  const { environment } = processConfiguration();
  const load = { file: tour.rootFile, context: tour.context, environment };
  const { content, diagnostics, locate } = loadBeside(load, file, contractSchema, where);
  if (!content) throw new ConfigurationError(diagnostics, tour.workspace);
  const result = verify(index, content);
  const byKeys = result.broken.filter(byBothKeys);
  const broken = result.broken.filter((one) => !byBothKeys(one));
  if (result.misnamed.length > 0 || broken.length > 0) {
    throw new RunError(
      'the access contract does not hold for the policies that were read back',
      [
        ...result.misnamed.map(({ message }) => message),
        contractText(index, { ...result, broken }, locate),
      ].join('\n'),
    );
  }
  const differing = [...new Set(byKeys.map(({ rule }) => rule.id))];
  const holding = `${result.rules - differing.length} of ${result.rules} rules of ${contractFile} hold`;
  check(`${holding}: ${result.checks - byKeys.length} answers, decided on policies read back`, true);
  for (const id of differing) {
    say(`    (but for who deploys: ${id}. Both keys for destruction were given, so they may delete)`);
  }
  for (const { id, lines } of shown(index, content)) {
    check(`  ${id}`, true);
    for (const line of lines) say(`        ${line}`);
  }
};

/** What stands, by the names that the stacks give it. */
async function liveModel({ sandbox, rootFile, context, deployer }: Tour): Promise<AccessModel> {
  const outdir = mkdtempSync(join(tmpdir(), 'terralake-access-'));
  try {
    const { environment } = processConfiguration();
    const stacks = await synthesize({ file: rootFile, context, environment, outdir, ignoreLock: true });
    const standIns = { account: unknownAccount, region: unknownRegion, deployer };
    return await readLive(asUser(sandbox), scopeOf(modelOfStacks(readStacks(stacks, outdir)), standIns));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/**
 * With both keys for destruction the deploying identity may delete, and the rehearsal holds them from the start: it
 * could not tidy up otherwise. That nobody deletes without them is verified on the stacks of the kit as it is.
 */
function byBothKeys({ who, action, expected }: Broken): boolean {
  return who === 'deployer' && expected === 'denied' && action.startsWith('s3:DeleteObject');
}

/** Some rules, each with its first question and what decided the answer. */
function shown(
  index: ModelIndex,
  contract: ContractFile,
): readonly { readonly id: string; readonly lines: readonly string[] }[] {
  return shownRules.flatMap((id) => {
    const position = contract.rules.findIndex((rule) => rule.id === id);
    const rule = contract.rules[position];
    const [question] = rule ? questionsOf(index, contract, rule, position).questions : [];
    if (!question) return [];
    const { who, action, arn, said } = question;
    const answer = ask(index, who, action, arn, said);
    const asked = `${answer.outcome}: ${who.label} ${action} on ${readable(index, arn)}`;
    return [{ id, lines: [asked, ...reasonLine(index, answer).split('; ')] }];
  });
}
