import { type Diagnostic, labelsOf } from './diagnostic';

/** Findings for programs. `place` is the place of the first label; later versions only add to this. */
export function jsonReport(findings: readonly Diagnostic[]): string {
  return `${JSON.stringify(findings.map(asData), null, 2)}\n`;
}

function asData(finding: Diagnostic): object {
  const { severity, code, message, help, place, url } = finding;
  const labels = labelsOf(finding);
  return {
    severity,
    code,
    message,
    help,
    ...(place && { place }),
    labels,
    ...(url !== undefined && { url }),
  };
}
