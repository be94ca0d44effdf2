import { error, type Diagnostic } from '../../../diagnostics/diagnostic';
import { checkName, type NameKind } from '../../../aws/limits';
import { siteKey } from '../../../aws/site';
import type { Located, Platform } from '../platform';
import { repeated } from './once';
import { modulesOf, moduleWords } from './words';

/** Where a name may stand for one thing only. Kinds that are left out may share names. */
const unique: Partial<Record<NameKind, 'world' | 'account' | 'region'>> = {
  's3 bucket': 'world',
  's3 access point': 'region',
  'iam role': 'account',
  'iam policy': 'account',
  'saml provider': 'account',
  'storage lens': 'account',
  'athena data catalog': 'region',
  'athena workgroup': 'region',
  'cloudtrail trail': 'region',
  'events rule': 'region',
  'glue classifier': 'region',
  'glue connection': 'region',
  'glue crawler': 'region',
  'glue database': 'region',
  'glue security configuration': 'region',
  'kms alias': 'region',
  'log group': 'region',
  'sagemaker notebook instance': 'region',
  'sns topic': 'region',
  'sqs queue': 'region',
};

/** Names that AWS would refuse because something else in the platform has them. */
export function checkUniqueNames(platform: Platform): readonly Diagnostic[] {
  const names = modulesOf(platform).flatMap((owner) =>
    owner.module.declaration.names
      .filter(({ kind }) => unique[kind] !== undefined)
      .map(({ kind, name }) => ({ kind, name, owner })),
  );
  return repeated(
    names,
    ({ kind, name, owner }) => `${kind} ${place(kind, owner)} ${name.toLowerCase()}`,
  ).map(([first, { kind, name, owner }]) =>
    error(
      'TL502',
      [
        { place: owner.module.place, words: 'uses it too' },
        { place: first.owner.module.place, words: 'uses it already' },
      ],
      `the ${kind} name ${name} is used by ${moduleWords(owner)} and by ${moduleWords(first.owner)}`,
      `Rename one of the two, or a module, environment or domain that the name is made of.`,
    ),
  );
}

function place(kind: NameKind, { environment }: Located): string {
  if (unique[kind] === 'world') return '';
  return unique[kind] === 'account' ? (environment.account ?? 'default') : siteKey(environment);
}

/** Names that AWS would refuse. */
export function checkNames(platform: Platform): readonly Diagnostic[] {
  return modulesOf(platform)
    .filter(({ environment, module }) =>
      [platform.organization, environment.domain, environment.name, module.name].every(isLegal),
    )
    .flatMap(({ module }) =>
      module.declaration.names.flatMap(({ kind, name }) => {
        const reason = checkName(kind, name);
        const help =
          'Shorten or change organization, domain, environment, module or the key that it is made of.';
        return reason === undefined ? [] : [error('TL501', module.place, reason, help)];
      }),
    );
}

/** A word that breaks the rule was reported where it stands, not again for every name that holds it. */
function isLegal(word: string): boolean {
  return /^[a-z0-9-]+$/.test(word);
}
