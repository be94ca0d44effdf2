import {
  environmentCalled,
  environmentOfTeam,
  environmentsOfTeam,
} from '../../../../cli/shared/environments';
import type { Platform } from '../../../../core/platform/platform';
import { siblingsOf } from '../../../../core/platform/view';
import { environmentView } from '../../../../modules/environment/show/view';
import { ledger, rootOf, whole } from '../record/platform';

const other = { name: 'Research', team: 'ResearchAdmin', resourcePrefix: 'res', tags: [] };
const tabs = ['overview', 'teams', 'datasets', 'mlStudio', 'networks', 'subscriptions', 'tags', 'stack'];
let platform: Platform;
beforeAll(() => {
  const { platform: loaded, diagnostics } = ledger().load(rootOf({ one: whole, two: other }));
  if (!loaded) throw new Error(JSON.stringify(diagnostics));
  platform = loaded;
});

const now = { studio: { rule: 'default' }, stack: { status: 'applied' } };

function seenBy(team?: string): Readonly<Record<string, unknown>> {
  const siblings = siblingsOf(platform, 'environment');
  if (team === undefined) {
    return environmentView(environmentCalled(platform, 'one/dev').located, siblings, now);
  }
  const found = environmentOfTeam(platform, 'one/dev', team);
  return environmentView(found.located, siblings, now, found.team);
}

test('an environment has the tabs of the document, and its owner sees all of them', () => {
  expect(Object.keys(seenBy())).toEqual(tabs);
  expect(Object.keys(seenBy('FinancesAdmin'))).toEqual(tabs);
});

test('an invited team sees neither subscriptions nor tags nor the stack, and is called INVITED', () => {
  const view = seenBy('Analysts');
  expect(Object.keys(view)).toEqual(['overview', 'teams', 'datasets', 'mlStudio', 'networks']);
  expect(view.overview).toMatchObject({ role: 'INVITED' });
  expect(seenBy('FinancesAdmin').overview).toMatchObject({ role: 'OWNER' });
});

test('a team that is not onboarded sees nothing of an environment, not even that there is one', () => {
  const listed = (team: string) => environmentsOfTeam(platform, team).map(({ facts }) => facts.path);
  expect(listed('ResearchAdmin')).toEqual(['two/dev/place']);
  expect(listed('Analysts')).toEqual(['one/dev/place']);
  expect(() => seenBy('ResearchAdmin')).toThrow('onboarded to no environment "one/dev"');
});
