/** Which part of the hierarchy an SSM path stands under: `/{org}/{domain}/{module}/…` and so on. */
export type PathScope = 'module' | 'domain' | 'environment' | 'organization';

/**
 * What a naming implementation provides; a custom naming class (`naming_module`, `naming_class`) implements it.
 * It is constructed with {@link NamingProps}.
 */
export interface Naming {
  /** The physical name for a suffix, at most `maxLength` characters long. */
  resourceName(suffix?: string, maxLength?: number): string;
  /** The path of an SSM parameter. */
  ssmPath(path: string, scope: PathScope): string;
}

/** The words that names are made of; `props` are the user's `naming_props`. */
export interface NamingProps {
  readonly organization: string;
  readonly environment: string;
  readonly domain: string;
  readonly module: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** All names that a module gives, physical names and SSM paths alike. Pure. */
export interface Names {
  readonly organization: string;
  readonly environment: string;
  readonly domain: string;
  /** The module's key in the YAML, with any suffix. */
  readonly module: string;
  /**
   * `{org}-{env}-{domain}-{module}[-{suffix}]`, shortened with a hash where it would reach `maxLength`
   * (MDAA's rule, `spec/modules-core.md` 0.5).
   */
  resource(suffix?: string, maxLength?: number): string;
  /** The path of an SSM parameter, lower-cased unless `preserveCase`. Default scope: the module. */
  path(path: string, options?: { readonly scope?: PathScope; readonly preserveCase?: boolean }): string;
  /** The same names for a part of the module that is named like a module of its own (`<module>-<suffix>`). */
  withSuffix(suffix: string): Names;
}
