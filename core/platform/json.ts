import type { Text } from './text';

/** What stands in a free-form part of the YAML (a policy document, connection properties, …). */
export type JsonValue =
  Text | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A free-form object; `scope.json` makes a Terraform value of it. */
export type JsonObject = { readonly [key: string]: JsonValue };
