import { arnAt, iamArn } from '../../aws/arn';
import { attributeOf } from './attributes';
import { parseExpression, type Expression } from './expression';
import { externalParameter, keyIdOf, roleIdOf, valueOf } from './stand-in';
import { placedAt, type Block, type StackSource } from './stack-source';

/** Escapes, directives (`%{if …}`), and expressions: their source is the group. */
const template = /\$\$\{|%%\{|%\{[^}]*\}|\$\{((?:"(?:[^"\\]|\\.)*"|[^"}])*)\}/g;

/** Replaces Terraform's expressions by the values that they will have, or by stand-ins for them. */
export class Resolver {
  private readonly published = new Map<string, { readonly stack: StackSource; readonly value: unknown }>();
  private readonly resolved = new Map<string, string>();
  /** Paths of parameters that no stack publishes, each with what stands in for its value. */
  readonly external = new Map<string, string>();
  /** Expressions that could not be worked out. */
  readonly unresolved = new Set<string>();

  constructor(stacks: readonly StackSource[]) {
    for (const stack of stacks) {
      for (const block of Object.values(stack.resource.aws_ssm_parameter ?? {})) {
        if (typeof block.name === 'string')
          this.published.set(target(placedAt(stack, block), block.name), { stack, value: block.value });
      }
    }
  }

  /** Text of a stack's JSON as AWS will get it. */
  text(stack: StackSource, text: string): string {
    if (!text.includes('${') && !text.includes('%{')) return text;
    return text.replace(template, (match, source?: string) => {
      if (source !== undefined) return this.expression(stack, source);
      return match.startsWith('%{') ? this.unknown(stack, match) : match.slice(1);
    });
  }

  /** All texts in a value, resolved. */
  value(stack: StackSource, value: unknown): unknown {
    if (typeof value === 'string') return this.text(stack, value);
    if (Array.isArray(value)) return value.map((item) => this.value(stack, item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.value(stack, item)]));
  }

  private expression(stack: StackSource, source: string): string {
    const key = `${stack.id} ${source}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const parsed = parseExpression(source);
    const value = parsed && this.evaluate(stack, parsed);
    const text = typeof value === 'string' ? value : this.unknown(stack, source);
    this.resolved.set(key, text);
    return text;
  }

  private unknown(stack: StackSource, source: string): string {
    this.unresolved.add(`${stack.id}: ${source}`);
    return valueOf(`${stack.id} ${source}`);
  }

  private evaluate(stack: StackSource, expression: Expression): string | readonly string[] | undefined {
    if (expression.kind === 'literal') return String(expression.value);
    if (expression.kind === 'reference') return this.reference(stack, expression.path);
    const args = expression.args.map((arg) => this.evaluate(stack, arg));
    const [first, second] = args;
    switch (expression.name) {
      case 'split':
        return typeof first === 'string' && typeof second === 'string' ? second.split(first) : undefined;
      case 'element':
        return Array.isArray(first) ? (first as readonly string[]).at(Number(second)) : undefined;
      case 'one':
        return Array.isArray(first) && first.length === 1 ? (first as readonly string[])[0] : undefined;
      default:
        return undefined;
    }
  }

  private reference(stack: StackSource, path: readonly string[]): string | readonly string[] | undefined {
    if (path[0] === 'data') return this.dataSource(stack, path.slice(1));
    const [type = '', id = '', attribute = ''] = path;
    const block = stack.resource[type]?.[id];
    if (!block) return undefined;
    return attributeOf(type, attribute, {
      stack: placedAt(stack, block),
      address: `${type}.${id}`,
      block,
      argument: (name) => this.argument(stack, block, name),
    });
  }

  private argument(stack: StackSource, block: Block, name: string): string | undefined {
    const value = block[name];
    return typeof value === 'string' ? this.text(stack, value) : undefined;
  }

  private dataSource(from: StackSource, path: readonly string[]): string | readonly string[] | undefined {
    const [type = '', id = '', attribute = ''] = path;
    const block = from.data[type]?.[id];
    const name = block && this.argument(from, block, 'name');
    const stack = placedAt(from, block);
    switch (type) {
      case 'aws_partition':
        return stack.partition;
      case 'aws_region':
        return stack.region;
      case 'aws_caller_identity':
        return attribute === 'account_id' ? stack.account : undefined;
      case 'aws_ssm_parameter':
        return name === undefined ? undefined : this.parameter(stack, name);
      case 'aws_iam_role':
        return name === undefined ? undefined : roleAttribute(stack, name, attribute);
      case 'aws_iam_roles':
        return [permissionSetRole(stack, block && this.argument(from, block, 'name_regex'))];
      case 'aws_iam_policy':
        return attribute === 'arn' && name !== undefined ? iamArn(stack, `policy/${name}`) : undefined;
      case 'aws_kms_alias':
        return name === undefined ? undefined : aliased(stack, name, attribute);
      default:
        return undefined;
    }
  }

  private parameter(stack: StackSource, path: string): string {
    const found = this.published.get(target(stack, path));
    if (found) return String(this.value(found.stack, found.value));
    const value = externalParameter(stack, path);
    this.external.set(path, value);
    return value;
  }
}

function target({ account, region }: StackSource, path: string): string {
  return `${account}/${region}${path}`;
}

function roleAttribute(stack: StackSource, name: string, attribute: string): string {
  const arn = iamArn(stack, `role/${name}`);
  if (attribute === 'arn') return arn;
  return attribute === 'unique_id' ? roleIdOf(arn) : name;
}

/** A stand-in for the key that an alias leads to, which somebody else made. */
function aliased(stack: StackSource, name: string, attribute: string): string | undefined {
  const arn = arnAt(stack, 'kms', name);
  const id = keyIdOf(arn);
  if (attribute === 'target_key_arn') return arnAt(stack, 'kms', `key/${id}`);
  return attribute === 'target_key_id' ? id : arn;
}

/** IAM Identity Center names the role of a permission set itself; its regular expression holds the set's name. */
function permissionSetRole(stack: StackSource, regex = ''): string {
  const set = /^\^AWSReservedSSO_(.*)_\[/.exec(regex)?.[1] ?? regex;
  const path = 'role/aws-reserved/sso.amazonaws.com';
  return iamArn(stack, `${path}/AWSReservedSSO_${set}_0000000000000000`);
}
