import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionsOf } from '../../../access/contract/questions';
import { contractSchema, type ContractFile } from '../../../access/contract/schema';
import { verify, type Broken } from '../../../access/contract/verify';
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
import { ConfigurationError } from '../../../core/config/diagnostic';
import { synthesize } from '../../../core/synthesize';
import { processConfiguration } from '../../shared/configuration';
import { say } from '../../shared/report';
import { RunError } from '../../shared/usage-error';
import { asUser } from '../clients';
import type { Step, Tour } from '.';

const contractFile = 'access-contract.yaml';

/** How many rules of each kind are shown with their reasons. */
const shown = 4;

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
  const [expected, broken] = [
    result.broken.filter(byBothKeys),
    result.broken.filter((one) => !byBothKeys(one)),
  ];
  if (result.misnamed.length > 0 || broken.length > 0) {
    throw new RunError(
      'the access contract does not hold for the policies that were read back',
      [
        ...result.misnamed.map(({ message }) => message),
        contractText(index, { ...result, broken }, locate),
      ].join('\n'),
    );
  }
  const answers = result.checks - expected.length;
  check(
    `${result.rules} rules of ${contractFile} hold: ${answers} answers, decided on policies read back`,
    true,
  );
  if (expected.length > 0) {
    say(
      `    (${expected.length} more would hold without both keys for destruction: here who deploys may delete)`,
    );
  }
  for (const line of examples(index, content)) check(line, true);
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

/** With both keys for destruction the deploying identity may delete: the rehearsal holds them. */
function byBothKeys({ who, action, expected }: Broken): boolean {
  return who === 'deployer' && expected === 'denied' && action.startsWith('s3:DeleteObject');
}

/** Some rules in words, allowed and denied, each with what decided its first answer. */
function examples(index: ModelIndex, contract: ContractFile): readonly string[] {
  const answered = contract.rules.flatMap((rule, position) => {
    if (rule.every !== undefined) return [];
    const [question] = questionsOf(index, contract, rule, position).questions;
    return question ? [question] : [];
  });
  return (['allowed', 'denied'] as const).flatMap((outcome) => {
    const own = answered.filter(({ expected }) => expected === outcome);
    const step = Math.max(1, Math.floor(own.length / shown));
    return own
      .filter((_, at) => at % step === 0)
      .slice(0, shown)
      .map(({ who, action, arn, said }) => {
        const answer = ask(index, who, action, arn, said);
        return `  ${outcome}: ${who.label} ${action} ${readable(index, arn)} (${reasonLine(index, answer)})`;
      });
  });
}
