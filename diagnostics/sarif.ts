import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import { type Code, codes, isBuiltIn } from './code';
import { type Diagnostic, type Label, labelsOf } from './diagnostic';
import { type Location, seenFrom } from './location';

export interface SarifOptions extends Location {
  /** Terralake's version. */
  readonly version: string;
}

/** SARIF's own types come with the builders only. */
type SarifLocation = NonNullable<SarifResultBuilder['result']['locations']>[number];

/** Findings as a SARIF 2.1.0 log, as code scanning and editors take it. Files are relative to where one stands. */
export function sarifReport(findings: readonly Diagnostic[], options: SarifOptions): string {
  const builder = new SarifRunBuilder();
  builder.initSimple({ toolDriverName: 'Terralake', toolDriverVersion: options.version });
  builder.run.columnKind = 'utf16CodeUnits';
  for (const code of new Set(findings.map((finding) => finding.code))) {
    builder.addRule(rule(code, findings));
  }
  for (const finding of findings) builder.addResult(result(finding, options));
  const log = new SarifBuilder();
  log.addRun(builder);
  return `${JSON.stringify(log.buildSarifOutput(), null, 2)}\n`;
}

/** A code: its title, and what its findings say to do. */
function rule(code: Code, findings: readonly Diagnostic[]): SarifRuleBuilder {
  const same = findings.filter((finding) => finding.code === code);
  const title = isBuiltIn(code) ? codes[code] : code;
  const url = same.find((finding) => finding.url !== undefined)?.url;
  const builder = new SarifRuleBuilder();
  builder.initSimple({ ruleId: code, shortDescriptionText: title, fullDescriptionText: title });
  builder.rule.help = { text: [...new Set(same.map(({ help }) => help))].join('\n') };
  if (url !== undefined) builder.setHelpUri(url);
  return builder;
}

function result(finding: Diagnostic, options: SarifOptions): SarifResultBuilder {
  const { severity, code, message, help } = finding;
  const [primary, ...others] = labelsOf(finding).map((label) => location(label, options));
  const builder = new SarifResultBuilder();
  builder.initSimple({ level: severity, messageText: `${message}\n${help}`, ruleId: code });
  if (primary) builder.result.locations = [primary];
  if (others.length > 0) builder.result.relatedLocations = others.map((each, id) => ({ id, ...each }));
  return builder;
}

function location({ place, words }: Label, options: SarifOptions): SarifLocation {
  const { file, line, column } = seenFrom(options, place);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
    },
    ...(words !== undefined && { message: { text: words } }),
  };
}

/** A relative file name as a URI reference; what is no Unicode cannot be escaped, and is replaced. */
function uriOf(file: string): string {
  const text = Buffer.from(file.replaceAll('\\', '/')).toString();
  return text.split('/').map(encodeURIComponent).join('/');
}
