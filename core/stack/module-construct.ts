import { Construct } from 'constructs';
import type { Module } from '../platform/platform';

/** The part of a stack's tree that one module made. */
export class ModuleConstruct extends Construct {
  /** The address keys of what the module made. */
  readonly keys = new WeakMap<Construct, readonly string[]>();

  constructor(
    stack: Construct,
    readonly definition: Module,
    /** ARN of the policy that bounds the module's roles, for Terraform. */
    readonly boundary: string | undefined,
  ) {
    super(stack, definition.name);
  }

  /** The module that made a construct, or undefined for what the stack itself made. */
  static of(construct: Construct): ModuleConstruct | undefined {
    return construct.node.scopes.find((scope): scope is ModuleConstruct => scope instanceof ModuleConstruct);
  }
}
