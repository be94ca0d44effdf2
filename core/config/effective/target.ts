import type { Site } from '../../../aws/site';
import { isRegion, knownRegions } from '../../../aws/regions';
import { nearest } from '../nearest';
import { type ConfigNode, describeNode } from '../node';
import { error, type Place } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';
import { innermost, literalText, type Levels } from './values';

/** Where an environment is deployed to. */
export function target(levels: Levels, scope: TemplateScope): Site {
  return {
    account: accountId(innermost(levels, 'account'), scope),
    region: regionName(innermost(levels, 'region'), scope),
  };
}

/** Twelve digits; undefined for `default`, and for what is reported as wrong. */
export function accountId(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  if (!node) return undefined;
  const resolved = template(node, scope);
  if (resolved.kind === 'scalar') {
    if (resolved.failed) return undefined;
    if (typeof resolved.value === 'string') {
      if (isDefault(resolved.value)) return undefined;
      if (/^\d{12}$/.test(resolved.value)) return existing(resolved.value, resolved.place, scope);
    }
  }
  const digits =
    resolved.kind === 'scalar' && typeof resolved.value === 'number'
      ? (resolved.source ?? String(resolved.value))
      : undefined;
  const message =
    digits === undefined
      ? `an account id has twelve digits, this is ${describeNode(resolved)}`
      : `YAML reads ${digits} as a number and may lose zeros`;
  const help =
    digits !== undefined && /^\d{12}$/.test(digits)
      ? `Put it in quotes: account: "${digits}"`
      : 'Write twelve digits in quotes, or default.';
  scope.report(error('TL206', resolved.place, message, help));
  return undefined;
}

function existing(account: string, place: Place, scope: TemplateScope): string | undefined {
  if (!/^0+$/.test(account)) return account;
  const help = 'Write the id of the account, or default.';
  scope.report(error('TL206', place, `no account has the id ${account}`, help));
  return undefined;
}

/** A region of AWS; undefined for `default`, and for what is reported as wrong. */
export function regionName(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  const written = literalText(node, scope);
  if (!node || written === undefined || isDefault(written)) return undefined;
  if (isRegion(written)) return written;
  const near = nearest(written, knownRegions);
  const help =
    near === undefined ? 'Write a region such as eu-central-1, or default.' : `Did you mean "${near}"?`;
  scope.report(error('TL204', node.place, `"${written}" is no region of AWS`, help));
  return undefined;
}

function isDefault(text: string): boolean {
  return text.toLowerCase() === 'default';
}
