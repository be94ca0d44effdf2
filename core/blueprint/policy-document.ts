import { effective, type PolicyStatement } from '../../aws/iam/statement';
import { policyJson } from '../../aws/iam/write';
import type { LimitedPolicy } from '../../aws/iam/size';
import type { ConfigPath } from '../config/locate';
import { jsonText } from './json-text';

/** A statement as it stands in a document. */
export type StatementJson = Readonly<Record<string, unknown>>;

/** Which limit of AWS's a document has, and whose policy it is: `bucket acme-raw`. */
export interface PolicyOf {
  readonly kind: LimitedPolicy;
  readonly of: string;
}

/** A policy on its way to Terraform: a document whose strings are Terraform strings, and the YAML behind each statement. */
export class PolicyDocument {
  private constructor(
    readonly statements: readonly StatementJson[],
    /** For each statement, the part of the module's YAML that asks for it, where it is known. */
    readonly from: readonly (ConfigPath | undefined)[],
    readonly what: PolicyOf | undefined,
  ) {}

  /** Statements keep their order; those that could never match are dropped. */
  static of(statements: readonly PolicyStatement[], what?: PolicyOf): PolicyDocument {
    const kept = effective(statements);
    return new PolicyDocument(
      policyJson(kept),
      kept.map(({ from }) => from),
      what,
    );
  }

  /** The document with its first statements only. */
  first(count: number): PolicyDocument {
    return new PolicyDocument(this.statements.slice(0, count), this.from.slice(0, count), this.what);
  }

  /** The same with every string changed. */
  map(change: (text: string) => string): PolicyDocument {
    return new PolicyDocument(
      mapStrings(this.statements, change) as readonly StatementJson[],
      this.from,
      this.what,
    );
  }

  /** The document, as Terraform gets it. */
  get text(): string {
    return jsonText({ Version: '2012-10-17', Statement: this.statements });
  }
}

/** A value with every string in it changed; keys stay. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (value instanceof PolicyDocument) return value.map(change);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
