import { shorten } from './hash';
import type { Naming, NamingProps, PathScope } from './names';

/** MDAA's naming: `{organization}-{environment}-{domain}-{module}[-{suffix}]`. */
export class DefaultNaming implements Naming {
  constructor(private readonly words: Omit<NamingProps, 'props'>) {}

  resourceName(suffix?: string, maxLength?: number): string {
    const { organization, environment, domain, module } = this.words;
    const words = [organization, environment, domain, module];
    if (suffix) words.push(suffix.toLowerCase());
    const name = words.join('-');
    return maxLength === undefined ? name : shorten(name, maxLength);
  }

  ssmPath(path: string, scope: PathScope): string {
    return `/${[...this.prefix(scope), path].join('/')}`;
  }

  private prefix(scope: PathScope): readonly string[] {
    const { organization, environment, domain, module } = this.words;
    switch (scope) {
      case 'module':
        return [organization, domain, module];
      case 'domain':
        return [organization, domain];
      case 'environment':
        return [organization, domain, environment];
      case 'organization':
        return [organization];
    }
  }
}
