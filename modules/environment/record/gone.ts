import type { GoneFinding } from '../../../core/module/define-module';
import type { Located } from '../../../core/platform/platform';
import type { ModuleRecord } from '../../../core/platform/record';
import { factsOf } from '../facts';
import { mapIn, shown } from './read';
import { describeObject, objectKinds, type ObjectKind } from './references';
import { removeFirst, sharesOf } from './removed';

/** An environment that has left the configuration: what it leaves behind, and who still trusts whom. */
export function checkGone(
  path: string,
  recorded: ModuleRecord,
  siblings: readonly Located[],
): readonly GoneFinding[] {
  const held = Object.keys(objectKinds).flatMap((kind) =>
    Object.keys(mapIn(recorded, kind)).map((key) => describeObject({ kind: kind as ObjectKind, key })),
  );
  const referring = [...sharesOf(path, siblings), ...acceptancesOf(path, siblings)];
  const orphans = [...held, ...referring];
  return [
    ...(orphans.length > 0 ? [orphaned(path, orphans)] : []),
    { severity: 'warning', code: 'TL426', ...withdrawal(path, recorded) },
  ];
}

/** Datasets that consent to shares of an environment. */
function acceptancesOf(path: string, siblings: readonly Located[]): readonly string[] {
  return siblings.map(factsOf).flatMap((environment) =>
    Object.entries(environment.config.datasets).flatMap(([key, { accepts }]) =>
      Object.keys(accepts)
        .filter((share) => share.startsWith(`${path}/`))
        .map((share) => `acceptance of ${share} by dataset ${environment.path}/${key}`),
    ),
  );
}

function orphaned(path: string, orphans: readonly string[]): GoneFinding {
  return {
    severity: 'error',
    code: 'TL426',
    message: `${removeFirst}: ${path} has left, and there still are ${orphans.join(', ')}`,
    help: `Put the environment back, remove these and apply; then remove it and destroy its stack. To keep them in AWS without Terralake, acknowledge it in platform.lock.yaml under \`removed:\` with \`what: ${path}\` and a \`reason:\`; what its stack protects asks for entries of its own (TL701).`,
  };
}

/** Who deployed into the account still can. */
function withdrawal(path: string, recorded: ModuleRecord): Pick<GoneFinding, 'message' | 'help'> {
  const pivot = mapIn(recorded, 'pivot');
  const existing = typeof pivot.roleArn === 'string' ? pivot.roleArn.split('/').at(-1) : undefined;
  const account = shown(recorded.account);
  const commands = [
    `take the pipeline out of the trust of the deploy role with \`aws iam update-assume-role-policy --role-name <deploy role> --policy-document file://trust.json\`, or delete it with \`aws iam delete-role --role-name <deploy role>\``,
    ...(existing === undefined
      ? []
      : [
          `remove the pivot role with the \`terraform destroy\` of the file from \`terralake pivot-role\`, or with \`aws iam delete-role --role-name ${existing}\``,
        ]),
  ];
  return {
    message: `after the removal of ${path} the account ${account} must withdraw its trust by hand`,
    help: `With credentials of ${account}: ${commands.join('; ')}. \`terralake lock\` ends this reminder.`,
  };
}
