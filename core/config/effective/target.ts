import { type ConfigNode, describeNode } from '../node';
import { error } from '../report';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';
import { innermost, type Levels } from './inherit';
import { literalText } from './values';

/** Where an environment is deployed to; undefined stands for `default`. */
export interface Target {
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** Account and region of an environment. */
export function target(levels: Levels, scope: TemplateScope): Target {
  return {
    account: account(innermost(levels, 'account'), scope),
    region: region(innermost(levels, 'region'), scope),
  };
}

function account(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  if (!node) return undefined;
  const resolved = template(node, scope);
  if (resolved.kind === 'scalar') {
    if (resolved.failed) return undefined;
    if (typeof resolved.value === 'string') {
      if (isDefault(resolved.value)) return undefined;
      if (/^\d{12}$/.test(resolved.value)) return resolved.value;
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

function region(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  const written = literalText(node, scope);
  if (!node || written === undefined || isDefault(written)) return undefined;
  if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(written)) return written;
  const help = 'Write a region such as eu-central-1, or default.';
  scope.report(error('TL204', node.place, `"${written}" is not a region`, help));
  return undefined;
}

function isDefault(text: string): boolean {
  return text.toLowerCase() === 'default';
}
