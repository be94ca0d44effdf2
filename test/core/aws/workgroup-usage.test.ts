import { workgroupUsage } from '../../../core/aws/workgroup-usage';

test('the twenty-two actions, each on the kind of resource that it knows', () => {
  const statements = workgroupUsage({ partition: 'aws', region: 'eu-west-1', account: '111111111111' }, 'wg');
  expect(new Set(statements.flatMap((statement) => statement.actions)).size).toBe(22);
  expect(statements.map((statement) => [statement.resources, statement.actions?.length])).toEqual([
    [['arn:aws:athena:eu-west-1:111111111111:workgroup/wg'], 14],
    [['arn:aws:athena:eu-west-1:111111111111:datacatalog/*'], 5],
    [['*'], 3],
  ]);
});
