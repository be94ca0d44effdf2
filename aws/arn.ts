/** The parts of an ARN. Each may hold Terraform's expressions or policy variables (`${…}`), and these may hold colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for what is in no region, such as roles and buckets. */
  readonly region: string;
  /** Empty for buckets; `aws` for what AWS gives to all. */
  readonly account: string;
  /** With its kind and path: `role/service-role/reader`. */
  readonly resource: string;
}

/** The parts of an ARN; undefined for a text that is none. No expression is cut. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const [, partition, service, region, account, ...rest] = split(text, ':');
  if (partition === undefined || service === undefined || region === undefined) return undefined;
  if (account === undefined || rest.length === 0) return undefined;
  return { partition, service, region, account, resource: rest.join(':') };
}

/** Writes an ARN; region and account stay empty where they are left out. */
export function writeArn(parts: Omit<Arn, 'region' | 'account'> & Partial<Arn>): string {
  const { partition, service, region = '', account = '', resource } = parts;
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of something regional at a site, whose parts may be Terraform's expressions. */
export function arnAt(
  { partition, region, account }: Pick<Arn, 'partition' | 'region' | 'account'>,
  service: string,
  resource: string,
): string {
  return writeArn({ partition, service, region, account, resource });
}

/** The ARN of something of IAM in an account. */
export function iamArn({ partition, account }: Pick<Arn, 'partition' | 'account'>, resource: string): string {
  return writeArn({ partition, service: 'iam', account, resource });
}

/** The ARN of a bucket, or of what is in it. */
export function s3Arn({ partition }: Pick<Arn, 'partition'>, resource: string): string {
  return writeArn({ partition, service: 's3', resource });
}

/** The account that an ARN states in full; undefined for any other text. */
export function accountOf(text: string): string | undefined {
  const account = parseArn(text)?.account ?? '';
  return /^\d{12}$/.test(account) ? account : undefined;
}

/** The name in an ARN, without its kind and path; of another text what stands behind its last slash. */
export function nameOf(text: string): string {
  return split(parseArn(text)?.resource ?? text, '/').at(-1) ?? '';
}

/** Splits a text at a character, but not within `${…}`. */
function split(text: string, separator: ':' | '/'): readonly string[] {
  if (!text.includes('${')) return text.split(separator);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length;) {
    if (text.startsWith('${', at)) {
      at = endOfExpression(text, at + 2);
      continue;
    }
    if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
    at++;
  }
  return [...parts, text.slice(start)];
}

/** The position behind the brace that closes an expression whose content begins at `from`. */
function endOfExpression(text: string, from: number): number {
  let open = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at + 1);
    else if (text[at] === '{') open++;
    else if (text[at] === '}' && --open === 0) return at + 1;
  }
  return text.length;
}

/** The position of the quote that closes a string; it may hold expressions, which may hold strings. */
function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') {
    if (text.startsWith('${', at)) at = endOfExpression(text, at + 2);
    else at += text[at] === '\\' ? 2 : 1;
  }
  return at;
}
