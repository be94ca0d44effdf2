/** A Terraform string that is one expression and nothing else: `${aws_s3_bucket.lake.arn}`. */
export type Expression = string & { readonly expression: never };

/** An expression of Terraform's language. */
export function expression(code: string): Expression {
  return `\${${code}}` as Expression;
}

/** A call of one of Terraform's functions; arguments are Terraform strings, numbers, or lists of them. */
export function call(name: string, ...args: readonly Operand[]): Expression {
  return expression(`${name}(${args.map(codeOf).join(', ')})`);
}

/** What may stand in an expression. */
export type Operand = string | number | readonly Operand[];

/** How a Terraform string is written inside an expression: an expression bare, text in quotes. */
export function codeOf(operand: Operand): string {
  if (typeof operand === 'number') return String(operand);
  if (typeof operand !== 'string') return `[${operand.map(codeOf).join(', ')}]`;
  const whole = expressionsIn(operand);
  const [first] = whole;
  if (first && whole.length === 1 && first.from === 0 && first.to === operand.length) return first.code;
  return quoted(operand);
}

/** Text in quotes; its expressions stay as they are. */
function quoted(text: string): string {
  let code = '';
  let at = 0;
  for (const { from, to } of expressionsIn(text)) {
    code += JSON.stringify(text.slice(at, from)).slice(1, -1) + text.slice(from, to);
    at = to;
  }
  return `"${code}${JSON.stringify(text.slice(at)).slice(1, -1)}"`;
}

/** Whether some part of a Terraform string is known to Terraform only. */
export function hasExpression(text: string): boolean {
  return text.includes('${') && expressionsIn(text).length > 0;
}

/** An expression in a Terraform string: from its `${` to behind its brace. */
export interface ExpressionAt {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** The expressions of a Terraform string, outermost only. `$${` is text. */
export function expressionsIn(text: string): readonly ExpressionAt[] {
  const found: ExpressionAt[] = [];
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at)) {
    // An escaped opening.
    if (text[at - 1] === '$') {
      at += 2;
      continue;
    }
    const to = endOf(text, at + 2);
    found.push({ from: at, to, code: text.slice(at + 2, to - 1) });
    at = to;
  }
  return found;
}

/** Behind the brace that closes an expression whose code starts at `from`; quotes and inner templates are skipped. */
function endOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at + 1) - 1;
    else if (character === '{') depth += 1;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Behind the quote that closes a string. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
    else if (text[at] === '$' && text[at + 1] === '{' && text[at - 1] !== '$') at = endOf(text, at + 2) - 1;
  }
  return text.length;
}
