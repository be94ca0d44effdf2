import type { Diagnostic } from './diagnostic';
import { githubReport } from './github';
import { jsonReport } from './json';
import type { SarifOptions } from './sarif';
import { terminalReport, type TerminalOptions } from './terminal';

/** The forms that findings are told in. */
export const formats = ['terminal', 'json', 'github', 'sarif'] as const;

export type Format = (typeof formats)[number];

/** Findings in one of the forms. */
export async function reportAs(
  format: Format,
  findings: readonly Diagnostic[],
  options: TerminalOptions & SarifOptions,
): Promise<string> {
  switch (format) {
    case 'terminal':
      return terminalReport(findings, options);
    case 'json':
      return jsonReport(findings);
    case 'github':
      return githubReport(findings, options);
    case 'sarif':
      // Loaded late: nothing else needs the library.
      return (await import('./sarif')).sarifReport(findings, options);
  }
}
