import { S3Object } from '../../../../core/provider/aws';
import type { ModuleScope } from '../../../../core/module/scope';
import { existingTables } from '../../../../modules/environment/datasets/existing-tables';
import { datasetFacts } from '../../../../modules/environment/datasets/facts';
import { builtStack } from '../../../core/aws/build';
import type { StackJson } from '../../../support/synth';
import { factsFor } from './facts';
import { sales, withDatasets } from './setting';

const config = withDatasets({ sales: { ...sales, tables: { ...sales.tables, returns: {} } } });

/** A stack with something for each of these tables. */
async function waiting(tables: readonly string[], recorded: readonly string[] = []): Promise<StackJson> {
  const dataset = datasetFacts(factsFor(config, { existingTables: recorded }), 'sales');
  if (!dataset) throw new Error('no dataset');
  const build = (scope: ModuleScope) => {
    for (const name of tables) {
      const table = dataset.tables.find((each) => each.name === name);
      if (!table) throw new Error(`no table ${name}`);
      const once = existingTables(scope, dataset)(table);
      scope.add(S3Object, name, { bucket: 'b', key: name, ...once });
    }
  };
  return builtStack(build);
}

const path = (table: string) => `test-domain/test-env/test-module/sales/${table}`;

test('what needs a table of a crawler is made once the table is said to be there', async () => {
  const { resource, variable } = await waiting(['clicks', 'orders']);
  expect(resource?.aws_s3_object?.m__clicks?.count).toBe(
    `\${contains(var.m__existing-tables, "${path('clicks')}") ? 1 : 0}`,
  );
  expect(resource?.aws_s3_object?.m__orders).not.toHaveProperty('count');
  expect(variable?.['m__existing-tables']).toMatchObject({ type: 'list(string)', default: [] });
});

test('what was there stays there without anybody asking again, and nothing else is said', async () => {
  const { variable } = await waiting(
    ['returns', 'clicks'],
    ['sales/returns', 'sales/orders', 'other/clicks'],
  );
  expect(variable?.['m__existing-tables'].default).toEqual([path('returns')]);
});

test('who needs tables of nobody but this stack gets no variable', async () => {
  const { variable } = await waiting(['orders']);
  expect(variable).toBeUndefined();
});
