import { teamStatements } from '../../../../../modules/environment/teams/statements';
import { unscoped } from '../../../../../modules/environment/teams/statements/unscoped';
import { isPrefixed, isTagged, team } from './team';

const statements = teamStatements(team());
const listed = unscoped.map(({ sid }) => sid);
const open = statements
  .filter(({ effect }) => effect !== 'Deny')
  .filter((statement) => !isPrefixed(statement) || !isTagged(statement))
  .map(({ sid = '' }) => sid);

describe('what a team may do is for what is prefixed and tagged', () => {
  test('or is listed, and the list has nothing else', () => {
    expect([...listed].sort()).toEqual([...open].sort());
  });

  test('with a reason each', () => {
    expect(unscoped.filter(({ reason }) => !/^\S.{20,}\.$/.test(reason))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('by what is said, not by what is left out', () => {
    expect(statements.filter(({ notActions, notResources }) => notActions ?? notResources)).toEqual([]);
  });

  test('for every prefix that the environment had', () => {
    const two = teamStatements(team({ prefixes: ['fin-dev', 'old'] }));
    for (const name of ['Make', 'Own', 'SageMakerOwn', 'PipelinesOwn']) {
      const resources = two.find(({ sid }) => sid === name)?.resources ?? [];
      expect(resources.filter((arn) => /[:/](fin-dev|fin_dev)[-_/]\*$/.test(arn))).toHaveLength(
        resources.filter((arn) => /[:/]old[-_/]\*$/.test(arn)).length,
      );
      expect(resources.every((arn) => /[:/](fin-dev|fin_dev|old)[-_/]\*$/.test(arn))).toBe(true);
    }
  });

  test('nothing takes tags off, tags without a tag of the team, or makes roles and policies', () => {
    const actions = statements
      .filter(({ effect }) => effect !== 'Deny')
      .flatMap(({ actions = [] }) => actions);
    expect(actions.filter((action) => /untag|removetags|deletetags/i.test(action))).toEqual([]);
    expect(actions.filter((action) => /^iam:(?!Get|List|PassRole)/.test(action))).toEqual([]);
    expect(actions.filter((action) => /^(\*|\w+:\*)$/.test(action))).toEqual([]);
  });
});
