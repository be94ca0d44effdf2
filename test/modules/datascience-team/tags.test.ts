import { actionsOf, supportsKey } from '../../../aws/actions/action-data';
import { actionOf, actionPatterns } from '../../../aws/iam/evaluate/patterns';
import { resources, statement, synthModule, type StackJson } from '../../support/synth';
import { studio } from './team';

let json: StackJson;
beforeAll(async () => {
  ({ json } = await synthModule('datascience-team', studio()));
});

/** Actions of SageMaker, as AWS documents them, that a statement of a policy names. */
function named(policy: string, sid: string): readonly string[] {
  const text = resources(json, 'aws_iam_policy')[`test-module__policy__${policy}`]?.policy as string;
  const patterns = actionPatterns([statement(text, sid).Action as string | string[]].flat());
  return actionsOf('sagemaker').filter((action) => patterns.matches(actionOf(action)));
}

test('whatever a team makes takes tags at creation, or the statement would allow nothing', () => {
  const made = [...named('sm-write', 'Make'), ...named('sm-write', 'MakeFeatures')];
  const without = made.filter((action) => supportsKey(action, 'aws:RequestTag/a') !== true);
  // The guardrail refuses exports, as it does all jobs that know no VPC.
  expect(without).toEqual(['sagemaker:CreateModelCardExportJob']);
});

test('the tags of new things are told from those of old ones', () => {
  expect(named('sm-write', 'TagNew')).toEqual(['sagemaker:AddTags']);
  expect(supportsKey('sagemaker:AddTags', 'sagemaker:TaggingAction')).toBe(true);
});

test('the keys that the guardrail asks for are those that requests can have', () => {
  for (const [action, key] of [
    ['CreateTrainingJob', 'VolumeKmsKeyArn'],
    ['CreateProcessingJob', 'OutputKmsKeyArn'],
    ['CreateFeatureGroup', 'FeatureGroupOnlineStoreKmsKeyArn'],
    ['CreateFeatureGroup', 'FeatureGroupOfflineStoreKmsKeyArn'],
  ] as const) {
    expect([action, supportsKey(`sagemaker:${action}`, `sagemaker:${key}`)]).toEqual([action, true]);
    const { policy } = resources(json, 'aws_iam_policy')['test-module__policy__sm-guardrail'] ?? {};
    expect(policy).toContain(`"sagemaker:${key}"`);
  }
});
