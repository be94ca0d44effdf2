import { describePlace, type Diagnostic, type Label, labelsOf } from './diagnostic';
import { type Location, seenFrom } from './location';

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Findings as workflow commands, which GitHub shows as annotations at their lines. An annotation has one place: the
 * others are told in its text.
 */
export function githubReport(findings: readonly Diagnostic[], location: Location = {}): string {
  return findings.map((finding) => `${command(finding, location)}\n`).join('');
}

function command(finding: Diagnostic, location: Location): string {
  const { severity, code, message, help, url } = finding;
  const [primary, ...others] = labelsOf(finding);
  const seen = primary && seenFrom(location, primary.place);
  const properties = Object.entries({
    ...(seen && { file: seen.file.replaceAll('\\', '/'), line: seen.line, col: seen.column }),
    title: code,
  });
  const text = [
    message,
    ...(primary?.words === undefined ? [] : [primary.words]),
    ...others.map((label) => described(label, location)),
    help,
    ...(url === undefined ? [] : [url]),
  ].join('\n');
  const listed = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${levels[severity]} ${listed}::${escapeData(text)}`;
}

function described({ place, words }: Label, location: Location): string {
  const where = describePlace(seenFrom(location, place));
  return words === undefined ? where : `${where}: ${words}`;
}

/** As `@actions/core` does it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
