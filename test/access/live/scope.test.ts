import { isDeployer, isUnsaidDeployer } from '../../../access/live/scope';
import { role } from './expected';

const deployer = role('deployer', { label: 'deployer' });

test('who deploys is known by the label, alone or with an account behind', () => {
  const labels = ['deployer', 'deployer-111111111111', 'shared-dev/deployer', 'deployer-eu'];
  expect(labels.map((label) => isDeployer(role('any', { label })))).toEqual([true, true, false, false]);
});

test('only a stand-in that nobody gives a name is unsaid', () => {
  expect(isUnsaidDeployer(deployer, {})).toBe(true);
  expect(isUnsaidDeployer(deployer, { deployer: 'arn:aws:iam::111111111111:role/ci' })).toBe(false);
  expect(isUnsaidDeployer(role('ci', { label: 'deployer' }), {})).toBe(false);
  expect(isUnsaidDeployer(role('deployer', { label: 'shared-dev/deployer' }), {})).toBe(false);
});
