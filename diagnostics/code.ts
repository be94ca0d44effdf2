/**
 * Every code of Terralake's own, with its title. Codes are public interface: never reused, never renumbered.
 * TL1xx files and YAML, TL2xx keys and values, TL3xx references, TL4xx the platform as a whole, TL5xx names,
 * TL6xx what is left out or differs from MDAA, TL7xx protection and state, TL8xx usage, TL9xx access.
 */
export const codes = {
  TL101: 'file cannot be read',
  TL102: 'not valid YAML',
  TL103: 'duplicate key',
  TL104: 'YAML feature that is not supported here',
  TL201: 'unknown key',
  TL202: 'wrong type',
  TL203: 'missing key',
  TL204: 'value not allowed',
  TL205: 'template placeholder left in place',
  TL206: 'account id is not a quoted string of twelve digits',
  TL207: 'value must be known before Terraform runs',
  TL208: 'options that exclude or require each other',
  TL301: 'unknown {{reference}}',
  TL302: 'unknown context key',
  TL303: 'environment variable not set',
  TL304: 'unknown role',
  TL305: 'unknown project name',
  TL306: 'parameter is published nowhere in this platform',
  TL307: 'role facet cannot be found out',
  TL308: 'unknown name',
  TL309: 'cycle between stacks',
  TL310: 'context value cannot stand inside a longer string',
  TL401: 'unknown module',
  TL402: 'module cannot be loaded',
  TL403: 'two owners of an account-wide setting',
  TL404: 'two publishers of one parameter',
  TL405: 'two environments of one domain in one account and region',
  TL406: 'stack, workspace or state is not unique',
  TL407: 'environment template not found',
  TL408: 'environment without modules',
  TL409: 'mixture of default and explicit accounts or regions',
  TL410: 'another account or region is needed',
  TL411: 'provider versions conflict',
  TL412: 'backend configuration',
  TL413: 'partition of another kind of region',
  TL420: 'right that a team does not have',
  TL421: 'permission without its feature',
  TL422: 'reserved tag',
  TL423: 'object of an environment that is not as it should be',
  TL424: 'environments of one account that are not apart',
  TL425: 'field that may not change',
  TL426: 'something that others depend on has left',
  TL427: 'share without its conditions',
  TL501: 'name that AWS would refuse',
  TL502: 'name used twice',
  TL503: 'resource address used twice',
  TL601: 'option left out of Terralake',
  TL602: 'option without a meaning on Terraform',
  TL603: 'done differently than in MDAA',
  TL701: 'protected resource has left the configuration',
  TL702: 'no lock file for a platform with deletion protection',
  TL703: 'lock file is not valid',
  TL801: 'usage',
  TL901: 'policy launches the Studio profiles of others',
  TL902: 'policy changes who owns a Studio profile',
  TL903: 'policy passes a role to any service',
  TL910: 'name or shape in an access contract',
  TL911: 'access contract broken',
} as const;

/** A code of Terralake's own: the closed list above. */
export type BuiltInCode = keyof typeof codes;

/** A code of somebody else's: their scope, and their word or number, as in `acme/12` or `acme/no-public-bucket`. */
export type ScopedCode = `${string}/${string}`;

/** What a finding is known by, for as long as anybody looks for it. */
export type Code = BuiltInCode | ScopedCode;

const scopeForm = /^(?!tl$)[a-z][a-z0-9-]*$/;
const ruleForm = /^[a-z0-9][a-z0-9-]*$/;

/**
 * The codes of a custom module or a rule pack: `const acme = scope('acme')`, then `acme(12)` is `acme/12`. The form is
 * that of other analysers (`js/sql-injection`), so that SARIF viewers, `grep` and suppressions take it as one word.
 * @throws TypeError for what is no scope, and for `tl`, which would look like Terralake's own
 */
export function scope<const S extends string>(
  name: S extends 'tl' | 'TL' ? never : S,
): <const R extends string | number>(rule: R) => `${S}/${R}` {
  if (!scopeForm.test(name)) {
    throw new TypeError(
      `"${name}" cannot be a scope of codes: lower-case letters, digits and dashes, not tl`,
    );
  }
  return (rule) => {
    if (ruleForm.test(String(rule))) return `${name}/${rule}`;
    throw new TypeError(`"${rule}" cannot be a code of ${name}: lower-case letters, digits and dashes`);
  };
}

/** Whether a value is a code: one of the list, or one of a scope. */
export function isCode(value: unknown): value is Code {
  if (typeof value !== 'string') return false;
  if (isBuiltIn(value)) return true;
  const [name = '', rule = '', ...others] = value.split('/');
  return others.length === 0 && scopeForm.test(name) && ruleForm.test(rule);
}

/** Whether a text is a code of the closed list. */
export function isBuiltIn(code: string): code is BuiltInCode {
  return Object.hasOwn(codes, code);
}
