import { stackPlans } from '../../../core/platform/stacks';
import { built, declared } from '../../support/declared';
import { synthModule } from '../../support/synth';
import { crawlers } from '../dataops-crawler/crawlers';
import { project, role } from './project';

test('a project with everything, and its crawlers, build what they declare', async () => {
  const config = project({
    securityGroupConfigs: { Jdbc: { vpcId: 'vpc-1' } },
    connections: { Db: { connectionType: 'NETWORK' } },
    classifiers: { Csv: { classifierType: 'csv', configuration: { csvClassifier: { delimiter: ',' } } } },
    lakeFormation: { lfTags: [{ tagKey: 'Level', tagValues: ['public'] }] },
    databases: {
      Sales: {
        description: 'Sales',
        icebergCompliantName: true,
        lakeFormation: {
          createCrossAccountResourceLinkAccounts: ['111111111111'],
          createCrossAccountResourceLinkName: 'sales_link',
        },
        crawler: { role: role('etl') },
      },
      plain: { description: 'Verbatim', verbatimName: true },
    },
  });
  const { platform, json } = await synthModule('dataops-project', config, {
    modules: {
      crawl: {
        module_path: 'dataops-crawler',
        module_config_data: { projectName: 'test-module', crawlers: crawlers().crawlers },
      },
    },
  });
  for (const { modules } of stackPlans(platform)) expect(built(json)).toEqual(declared(modules));
});
