import { defineModule } from '../../core/module/define-module';
import type { PhysicalName } from '../../core/platform/declaration';
import { check } from './check';
import { dataopsCrawlerConfig } from './config';
import { monitorName, publishedAt } from './names';
import { build } from './module';

export const dataopsCrawler = defineModule({
  name: 'dataops-crawler',
  summary: 'Glue crawlers of a dataops project, and a message when one fails',
  usesProject: true,
  config: dataopsCrawlerConfig,
  declares: ({ projectName, notificationTopicArn, crawlers }, names) => {
    const keys = Object.keys(crawlers);
    const physical = (kind: PhysicalName['kind'], name: string): PhysicalName => ({ kind, name });
    return {
      names: keys.flatMap((key) => [
        physical('glue crawler', names.resource(key)),
        ...(notificationTopicArn ? [physical('events rule', monitorName(names, key))] : []),
      ]),
      publishes: keys.flatMap((key) => {
        if (projectName === undefined) return [];
        const { path, options } = publishedAt(projectName, key);
        return [names.path(path, options)];
      }),
    };
  },
  check,
  build,
});
