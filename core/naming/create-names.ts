import { DefaultNaming } from './default-naming';
import type { Names, Naming, NamingProps } from './names';

/** The words that all names of a module are made of. */
export type NameWords = Omit<NamingProps, 'props'>;

/** Makes a naming for a module; called again for a part that is named like a module of its own. */
export type NamingFactory = (words: NameWords) => Naming;

/** The names of a module, by MDAA's rule or by a custom naming. */
export function createNames(
  words: NameWords,
  naming: NamingFactory = (own) => new DefaultNaming(own),
): Names {
  const own = naming(words);
  const { organization, environment, domain, module } = words;
  return {
    organization,
    environment,
    domain,
    module,
    resource: (suffix, maxLength) => own.resourceName(suffix, maxLength),
    path: (path, { scope = 'module', preserveCase = false } = {}) => {
      const full = own.ssmPath(path, scope);
      return preserveCase ? full : full.toLowerCase();
    },
    withSuffix: (suffix) => createNames({ ...words, module: `${module}-${suffix}` }, naming),
  };
}
