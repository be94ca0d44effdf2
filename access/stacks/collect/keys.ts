import type { KmsGrant } from '../../../aws/iam/evaluate/request';
import type { Key } from '../../model/model';
import { textOf, textsOf, type ResolvedBlock, type StackView } from '../stack-view';

/** The keys of all stacks, with their aliases, policies and grants. */
export function collectKeys(views: readonly StackView[]): readonly Key[] {
  const aliases = views.flatMap((view) => view.blocks('aws_kms_alias'));
  const grants = views.flatMap((view) => view.blocks('aws_kms_grant'));
  const policies = views.flatMap((view) => view.blocks('aws_kms_key_policy'));
  return views.flatMap((view) =>
    view.blocks('aws_kms_key').map((key): Key => {
      const arn = key.attribute('arn');
      const is = (id: string | undefined): boolean => id === arn || id === key.attribute('key_id');
      const names = aliases
        .filter((alias) => is(alias.text('target_key_id')))
        .map((alias) => (alias.text('name') ?? '').replace(/^alias\//, ''));
      const label = names[0] ?? key.text('description') ?? key.address;
      const title = `key policy of ${label}`;
      const policy =
        key.policy('policy', 'resource', title) ??
        policies.find((block) => is(block.text('key_id')))?.policy('policy', 'resource', title);
      return {
        kind: 'key',
        label,
        arn,
        ...view.location,
        aliases: names,
        rotation: key.raw('enable_key_rotation') === true,
        grants: grants.filter((grant) => is(grant.text('key_id'))).map(grantOf),
        tags: key.tags,
        ...(policy && { policy }),
        origin: key.origin,
      };
    }),
  );
}

function grantOf(block: ResolvedBlock): KmsGrant {
  const constraints = block.nested('constraints');
  const equal = constraints?.encryption_context_equals as Record<string, string> | undefined;
  const subset = constraints?.encryption_context_subset as Record<string, string> | undefined;
  return {
    grantee: textOf(block.text('grantee_principal')) ?? '',
    operations: textsOf(block.raw('operations')),
    ...(equal && { encryptionContextEquals: equal }),
    ...(subset && { encryptionContextSubset: subset }),
  };
}
