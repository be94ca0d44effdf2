import type { ModuleFinding } from '../../../core/module/define-module';
import type { EnvironmentFacts } from '../facts';

/** A topic for a feature that is off. */
export function checkSubscriptions({ config }: EnvironmentFacts): readonly ModuleFinding[] {
  if (config.features.subscriptions || config.subscriptions.producersTopicName === undefined) return [];
  return [
    {
      severity: 'error',
      code: 'TL208',
      message: 'the feature subscriptions is off, so nothing listens to a topic of producers',
      help: 'Write `features: { subscriptions: true }`, or remove `subscriptions:`.',
      path: ['subscriptions', 'producersTopicName'],
    },
  ];
}
