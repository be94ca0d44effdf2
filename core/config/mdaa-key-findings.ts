import { type Diagnostic, error, note, type Report } from '../../diagnostics/diagnostic';
import { type Level, type MdaaKey, mdaaKeys } from './mdaa-keys';
import { child, type ConfigNode, type MapEntry, type MapNode } from './node';

/** Notes and errors about MDAA's keys in the root file. */
export function checkMdaaKeys(root: MapNode, report: Report): void {
  checkLevel(root, 'root', report);
  checkEach(child(root, 'env_templates'), checkEnvironment, report);
  checkEach(child(root, 'domains'), checkDomain, report);
}

/** Notes and errors about MDAA's keys in a module's configuration, which no module has in its schema. */
export function checkCommonKeys(config: MapNode, report: Report): void {
  checkLevel(config, 'module configuration', report);
}

/** The keys that every module of MDAA's has. */
export const commonKeys: readonly string[] = mdaaKeys
  .filter(({ levels }) => levels.includes('module configuration'))
  .map(({ key }) => key);

function checkDomain(domain: ConfigNode, report: Report): void {
  checkLevel(domain, 'domain', report);
  checkEach(child(domain, 'env_templates'), checkEnvironment, report);
  checkEach(child(domain, 'environments'), checkEnvironment, report);
}

function checkEnvironment(environment: ConfigNode, report: Report): void {
  checkLevel(environment, 'environment', report);
  checkEach(child(environment, 'modules'), (module) => checkLevel(module, 'module', report), report);
}

function checkEach(
  map: ConfigNode | undefined,
  check: (node: ConfigNode, report: Report) => void,
  report: Report,
): void {
  if (map?.kind === 'map') for (const { value } of map.entries.values()) check(value, report);
}

function checkLevel(node: ConfigNode, level: Level, report: Report): void {
  if (node.kind !== 'map') return;
  for (const known of mdaaKeys) {
    const entry = known.levels.includes(level) ? node.entries.get(known.key) : undefined;
    const finding = entry && describe(known, entry);
    if (finding) report(finding);
  }
  const context = level === 'module configuration' ? undefined : child(node, 'context');
  if (level !== 'context' && context) checkLevel(context, 'context', report);
}

function describe(known: MdaaKey, { keyPlace, value }: MapEntry): Diagnostic | undefined {
  const { key, status, says, code = 'TL601', concerns } = known;
  if (status === 'implemented' || concerns?.(value) === false) return undefined;
  return status === 'error'
    ? error(code, keyPlace, `\`${key}\` is not supported`, says)
    : note('TL602', keyPlace, `\`${key}\` has no meaning on Terraform`, says);
}
