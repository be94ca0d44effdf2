import type { StatedSite } from '../../aws/site';
import { writeFileSync } from 'node:fs';
import { difference, type MatrixReport } from '../../access/questions/matrix-report';
import { matrix as matrixOf } from '../../access/questions/matrix';
import { changesTable } from '../../access/report/changes-table';
import { matrixHtml } from '../../access/report/html';
import { matrixTable } from '../../access/report/table';
import { rootFile } from '../shared/configuration';
import { withGitRef } from '../shared/git-ref';
import { print, say } from '../shared/report';
import { UsageError } from '../shared/usage-error';
import { somewhere } from '../../access/stacks/stack-source';
import { asked, type Asked } from './load';
import type { AccessOptions } from './options';

export interface MatrixOptions extends AccessOptions {
  readonly format?: string;
  readonly output?: string;
  readonly base?: string;
  readonly all?: boolean;
}

const formats = ['table', 'json', 'html'] as const;

/** Principals × data, and with `--base` who gains and who loses against another side. */
export async function matrix(options: MatrixOptions): Promise<void> {
  const format =
    options.json === true ? 'json' : (formats.find((known) => known === options.format) ?? 'table');
  if (options.format !== undefined && !formats.some((known) => known === options.format)) {
    throw new UsageError(`there is no format "${options.format}"`, `Choose from: ${formats.join(', ')}.`);
  }
  const { base, where } = await baseOf(options);
  const report = await reportOf(options, where);
  const changes = base && difference(base, report);
  switch (format) {
    case 'json':
      return write(options, JSON.stringify(changes ? { ...report, changes } : report, null, 2));
    case 'html':
      return write(options, matrixHtml(report, changes));
    case 'table': {
      const width = process.stdout.columns ?? 100;
      const all = options.all === true;
      return write(options, changes ? changesTable(changes, width) : matrixTable(report, { width, all }));
    }
  }
}

async function reportOf(options: AccessOptions, where?: StatedSite): Promise<MatrixReport> {
  return reportOn(await asked(options, where));
}

function reportOn({ index, organization, source }: Asked): MatrixReport {
  return matrixOf(index, { organization, source });
}

/** The other side: what stands in AWS, or the configuration at a git ref. */
async function baseOf(
  options: MatrixOptions,
): Promise<{ readonly base?: MatrixReport; readonly where?: StatedSite }> {
  const { base: ref } = options;
  if (ref === undefined) return {};
  if (ref === 'live') {
    const live = await asked({ ...options, live: true });
    const [{ account, region } = somewhere] = live.index.model.resources;
    return { base: reportOn(live), where: { account, region } };
  }
  const earlier = (config: string) => reportOf({ ...options, config, live: false });
  return { base: await withGitRef(rootFile(options.config), ref, earlier) };
}

function write({ output }: MatrixOptions, text: string): void {
  if (output === undefined) return print(text);
  try {
    writeFileSync(output, text.endsWith('\n') ? text : `${text}\n`);
  } catch {
    throw new UsageError(`${output} cannot be written`, 'Name another file.');
  }
  say(`wrote ${output}`);
}
