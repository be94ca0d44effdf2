import * as z from 'zod';
import type { Code } from '../../diagnostics/code';
import { readFolder, readNamedFile } from '../config/files';
import { Text, type JsonObject, type JsonValue } from '../platform/text';
import { type NamedFile, RelativePath } from '../platform/named-file';
import type { RoleReference } from '../platform/role-reference';

/**
 * The leaves of module schemas. A module's schema has no bare `z.string()`: text that reaches Terraform is a
 * {@link Text}, names and enumerations have patterns.
 */

/** Adds an issue that becomes a diagnostic with this code at the place of the value. */
export function problem(
  ctx: z.RefinementCtx,
  code: Code,
  message: string,
  help: string,
  path: PropertyKey[] = [],
): void {
  ctx.addIssue({ code: 'custom', message, path, params: { code, help } });
}

type WrittenText = string | Text | RelativePath;

/** Any text; may hold references. Becomes a {@link Text}. */
export function text() {
  return z
    .custom<WrittenText>((value) => isText(value), { params: { code: 'TL202', expected: 'text' } })
    .transform(toText)
    .meta({ leaf: 'text' });
}

/** Text that must be known before Terraform runs (part of a name, a prefix, …); may be limited by a pattern. Becomes a string. */
export function literal(pattern?: RegExp, expected?: string) {
  return z
    .custom<WrittenText>((value) => isText(value), { params: { code: 'TL202', expected: 'text' } })
    .transform((value, ctx): string => {
      const known = toText(value).literal;
      if (known === undefined) {
        problem(
          ctx,
          'TL207',
          `${toText(value).describe()} is known to Terraform only`,
          'State the value itself, or state the account and region of the environment.',
        );
        return z.NEVER;
      }
      if (/[$%]\{/.test(known)) {
        problem(ctx, 'TL204', `"${known}" holds a Terraform template`, 'Remove ${ and %{ from the value.');
        return z.NEVER;
      }
      if (pattern && !pattern.test(known)) {
        problem(
          ctx,
          'TL204',
          `"${known}" is not ${expected ?? `of the form ${pattern.source}`}`,
          `Write ${expected ?? `a value of the form ${pattern.source}`}.`,
        );
        return z.NEVER;
      }
      return known;
    })
    .meta({ leaf: expected ?? 'text known before Terraform runs' });
}

/** A map from names that the user chooses to `value`. */
export function configMap<V extends z.ZodType>(value: V) {
  return z.record(
    z.string().refine((key) => key !== '' && !/[$%]\{/.test(key), {
      params: { code: 'TL204', help: 'Choose a key without ${ and %{.' },
      message: 'not allowed as a key',
    }),
    value,
  );
}

/** A free-form object, such as a policy document. */
export function json() {
  return z
    .custom<Record<string, unknown>>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !isText(value),
      { params: { code: 'TL202', expected: 'a map' } },
    )
    .transform((value) => toJson(value) as JsonObject)
    .meta({ leaf: 'free-form map' });
}

/** A reference to a role, see {@link RoleReference}. */
export function roleReference() {
  return z
    .strictObject({
      refId: text().optional().describe('A name for this reference; without effect.'),
      name: text().optional().describe('The name of the role, or of the permission set with `sso`.'),
      arn: text().optional().describe('The ARN of the role.'),
      id: text()
        .optional()
        .describe('The unique id of the role (AROA…), usually `generated-role-id:<name>`.'),
      immutable: z.boolean().default(false).describe('Never attach policies to the role.'),
      sso: z.boolean().default(false).describe('`name` is a permission set of IAM Identity Center.'),
    })
    .transform((reference, ctx): RoleReference => {
      if (!reference.id && !reference.arn && !reference.name) {
        problem(
          ctx,
          'TL203',
          'a role reference needs at least one of id, arn and name',
          'Add `id: generated-role-id:<role>`, an `arn:` or a `name:`.',
        );
        return z.NEVER;
      }
      if (reference.sso && !reference.name) {
        problem(
          ctx,
          'TL208',
          '`sso: true` needs the name of a permission set',
          'Add `name: <permission set>`.',
        );
        return z.NEVER;
      }
      const { refId, name, arn, id, immutable, sso } = reference;
      return {
        ...(refId && { refId }),
        ...(name && { name }),
        ...(arn && { arn }),
        ...(id && { id }),
        immutable: immutable || sso,
        sso,
      };
    })
    .meta({ leaf: 'role reference' });
}

/** A file named by a relative path, already read. */
export function file() {
  return relative('a path that starts with ./').transform((path, ctx): NamedFile => {
    const read = readNamedFile(path);
    if (read) return read;
    problem(
      ctx,
      'TL101',
      `${path.written} cannot be read`,
      'Check the path; it is relative to the file it is written in.',
    );
    return z.NEVER;
  });
}

/** A folder named by a relative path, with all its files already read, sorted by name. */
export function folder() {
  return relative('a path that starts with ./').transform((path, ctx): readonly NamedFile[] => {
    const read = readFolder(path);
    if (read) return read;
    problem(
      ctx,
      'TL101',
      `${path.written} cannot be read`,
      'Check the path; it is relative to the file it is written in.',
    );
    return z.NEVER;
  });
}

function relative(expected: string) {
  return z
    .custom<RelativePath>((value) => value instanceof RelativePath, { params: { code: 'TL202', expected } })
    .meta({ leaf: 'relative path' });
}

function isText(value: unknown): value is WrittenText {
  return typeof value === 'string' || value instanceof Text || value instanceof RelativePath;
}

function toText(value: WrittenText): Text {
  if (value instanceof Text) return value;
  return Text.of(typeof value === 'string' ? value : value.written);
}

/** Strings become texts, everything else stays. */
export function toJson(value: unknown): JsonValue {
  if (isText(value)) return toText(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, toJson(entry)]));
  }
  return value as number | boolean | null;
}
