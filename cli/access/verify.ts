import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { contractSchema } from '../../access/contract/schema';
import { verify as verifyContract } from '../../access/contract/verify';
import type { ModelIndex } from '../../access/questions/model-index';
import { explainData } from '../../access/report/explain';
import { contractText } from '../../access/report/contract';
import { contractFindings } from '../../access/report/contract-findings';
import { loadBeside, type Position } from '../../core/config/beside';
import { ConfigurationError } from '../../diagnostics/diagnostic';
import type { Format } from '../../diagnostics/report';
import { loadOptions } from '../shared/options';
import { print, printJson, formatOf, tellingIn, tellFindings, type FormatOptions } from '../shared/report';
import { RefusedError } from '../../deploy/errors';
import { UsageError } from '../shared/usage-error';
import { asked } from './load';
import type { AccessOptions } from './options';

export interface VerifyOptions extends AccessOptions, FormatOptions {
  readonly contract?: string;
}

/** The file of a contract, beside the root file. */
const contractFile = 'access-contract.yaml';

/** Checks the access contract; exit code 3 when it is broken. @throws ConfigurationError RefusedError UsageError */
export async function verify(options: VerifyOptions): Promise<void> {
  const format = formatOf(options);
  await tellingIn(format, () => verifyIn(format, options));
}

async function verifyIn(format: Format, options: VerifyOptions): Promise<void> {
  const load = loadOptions(options);
  const folder = dirname(load.file);
  const file = options.contract === undefined ? join(folder, contractFile) : resolve(options.contract);
  if (!existsSync(file)) {
    throw new UsageError(
      `there is no ${file}`,
      `Write ${contractFile} beside the root file, or name one with --contract.`,
    );
  }
  const { index } = await asked(options);
  const { content, diagnostics, locate } = loadBeside(load, file, contractSchema, positionOf(index));
  if (!content) throw new ConfigurationError(diagnostics, folder);
  const result = verifyContract(index, content);
  if (result.misnamed.length > 0) {
    throw new ConfigurationError(
      result.misnamed.map(({ path, ...finding }) => ({ ...finding, severity: 'error', place: locate(path) })),
      folder,
    );
  }
  if (format === 'json') {
    printJson({
      rules: result.rules,
      checks: result.checks,
      broken: result.broken.map(({ rule, position, answer, ...told }) => ({
        rule: rule.id,
        place: locate(['rules', position, 'id']),
        ...told,
        ...(answer && { answer: explainData(index, answer) }),
      })),
    });
  } else if (format === 'terminal') print(contractText(index, result, locate));
  else await tellFindings(format, contractFindings(index, result, locate), folder);
  if (result.broken.length > 0) throw new RefusedError('the access contract is broken', '');
}

/** Where a contract stands: in the account and region of the platform, if it has one of each. */
function positionOf({ model }: ModelIndex): Position {
  return {
    account: only(model.resources.map(({ account }) => account)),
    region: only(model.resources.map(({ region }) => region)),
    partition: model.partition,
  };
}

function only(values: readonly string[]): string | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
