import type { ContextValues } from '../../../aws/iam/evaluate/context';
import type { StackJson } from '../../support/synth';
import { ask, sagemakerArn } from './access';
import { kinds } from './isolation-cases';
import { fourTeams, hasStudio, safe, tagged, tagging, tagOf, teams } from './teams';

let json: StackJson;
beforeAll(async () => {
  json = await fourTeams();
});

test.each(kinds)('only the own team may: $name', (kind) => {
  const wrong = teams.flatMap((asker) =>
    teams
      .filter((owner) => kind.studioOnly !== true || hasStudio(owner))
      .flatMap((owner) =>
        (kind.roles ?? ['user', 'execution']).flatMap((who) => {
          const { action, resource, context = () => ({}), besides = [] } = kind;
          const outcome = ask(json, {
            ...{ role: `${asker}${who}`, action, besides },
            ...{ resource: resource(owner), context: context(owner) },
          });
          if (asker === owner ? outcome === 'allowed' : outcome.endsWith('denied')) return [];
          return [`${asker} ${who} → ${owner}: ${outcome}`];
        }),
      ),
  );
  expect(wrong).toEqual([]);
});

/** Pairs of an asking team and another one. */
const pairs = teams.flatMap((asker) =>
  teams.filter((other) => other !== asker).map((other) => [asker, other] as const),
);

describe.each(pairs)('%s, against %s,', (asker, other) => {
  const answer = (action: string, resource: string, context: ContextValues) =>
    ask(json, {
      ...{ role: `${asker}execution`, action: `sagemaker:${action}`, context },
      resource: sagemakerArn(resource),
    });

  test('makes no endpoint from its configuration, and no trial in its experiment', () => {
    const context = { ...tagging(asker), ...tagged(other) };
    expect(answer('CreateEndpoint', 'endpoint-config/a', context)).toBe('implicitly denied');
    expect(answer('CreateTrial', 'experiment/a', context)).toBe('implicitly denied');
  });

  test('takes nothing over by tags', () => {
    const context = { ...tagging(asker), ...tagged(other) };
    const atCreation = { 'sagemaker:TaggingAction': 'CreateTrainingJob' };
    expect(answer('AddTags', 'training-job/a', context)).toBe('implicitly denied');
    expect(answer('AddTags', 'training-job/a', { ...context, ...atCreation })).toBe('implicitly denied');
    const [key] = tagOf(other);
    expect(answer('DeleteTags', 'training-job/a', { ...tagged(other), 'aws:TagKeys': [key] })).toBe(
      'explicitly denied',
    );
  });

  test('gives nothing away, and plants nothing', () => {
    expect(answer('AddTags', 'training-job/a', { ...tagged(asker), ...tagging(other) })).toBe(
      'explicitly denied',
    );
    expect(answer('CreateModel', 'model/a', { ...safe(asker), ...tagging(other) })).toBe('explicitly denied');
    const both = { ...tagging(asker), ...tagging(other) };
    expect(answer('CreateExperiment', 'experiment/a', both)).toBe('explicitly denied');
  });
});

describe.each(teams)('%s', (team) => {
  const answer = (action: string, resource: string, context: ContextValues = {}) =>
    ask(json, {
      ...{ role: `${team}execution`, action: `sagemaker:${action}`, context },
      resource: resource === '*' ? '*' : sagemakerArn(resource),
    });

  test('makes nothing without its tag', () => {
    expect(answer('CreateTrainingJob', 'training-job/new', safe(team))).toBe('implicitly denied');
    expect(answer('CreateExperiment', 'experiment/new')).toBe('implicitly denied');
  });

  test('adopts nothing that was there before', () => {
    expect(answer('DescribeModel', 'model/old')).toBe('implicitly denied');
    expect(answer('AddTags', 'model/old', tagging(team))).toBe('implicitly denied');
  });

  test('keeps its tag on what it has', () => {
    const [key] = tagOf(team);
    const spelled = key.toUpperCase();
    expect(answer('DeleteTags', 'model/a', { ...tagged(team), 'aws:TagKeys': [key] })).toBe(
      'explicitly denied',
    );
    expect(answer('DeleteTags', 'model/a', { ...tagged(team), 'aws:TagKeys': [spelled] })).toBe(
      'explicitly denied',
    );
    expect(answer('DeleteTags', 'model/a', { ...tagged(team), 'aws:TagKeys': ['cost'] })).toBe('allowed');
  });

  test('lists names, and searches only what is visible to it', () => {
    expect(answer('ListTrainingJobs', '*')).toBe('allowed');
    expect(answer('ListDomains', '*')).toBe('allowed');
    expect(answer('Search', '*')).toBe('implicitly denied');
  });

  test('changes no domain and no profile, whatever their tags', () => {
    for (const action of ['CreateDomain', 'UpdateDomain', 'DeleteDomain']) {
      expect(answer(action, 'domain/d-1', { ...tagged(team), ...tagging(team) })).toBe('implicitly denied');
    }
    for (const action of ['CreateUserProfile', 'UpdateUserProfile', 'DeleteUserProfile', 'AddTags']) {
      const context = { ...tagged(team), 'aws:TagKeys': ['cost'] };
      expect(answer(action, 'user-profile/d-1/someone', context)).toBe('implicitly denied');
    }
  });
});
