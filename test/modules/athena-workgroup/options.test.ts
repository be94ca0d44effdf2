import { athenaWorkgroup } from '../../../modules/athena-workgroup';
import { testOptions } from '../../support/options';
import { resource, resources, statement, type StackJson } from '../../support/synth';
import { prefix, role, workgroup } from './workgroup';

const users = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_kms_key').policy, sid).Condition.StringLike['aws:userId'];
const access = (json: StackJson, sid: string) =>
  statement(resource(json, 'aws_s3_bucket_policy').policy, sid).Condition.StringLike['aws:userId'];
const usagePolicy = (json: StackJson) => resource(json, 'aws_iam_policy').name as string;

testOptions(athenaWorkgroup, {
  dataAdminRoles: {
    config: workgroup({ dataAdminRoles: [role('boss')] }),
    expect: (json) => {
      expect(users(json, 'Administration')).toBe('AROABOSS:*');
      expect(users(json, 'Usage')).toContain('AROABOSS:*');
      expect(access(json, 'ReadWriteSuper')).toBe('AROABOSS:*');
      expect(Object.keys(resources(json, 'aws_iam_role_policy_attachment'))).toEqual([
        'test-module__wg-usage__user',
      ]);
    },
  },
  athenaUserRoles: {
    config: workgroup({ athenaUserRoles: [role('analyst')] }),
    expect: (json) => {
      expect(users(json, 'Usage')).toContain('AROAANALYST:*');
      expect(access(json, 'AthenaResultsReadWrite')).toBe('AROAANALYST:*');
      expect(resource(json, 'aws_iam_role_policy_attachment').role).toBe('analyst');
    },
  },
  'workgroupConfiguration workgroupConfiguration.bytesScannedCutoffPerQuery': {
    config: workgroup({ workgroupConfiguration: { bytesScannedCutoffPerQuery: 20_000_000 } }),
    expect: (json) =>
      expect(resource(json, 'aws_athena_workgroup').configuration.bytes_scanned_cutoff_per_query).toBe(
        20_000_000,
      ),
  },
  verbatimPolicyNamePrefix: {
    config: workgroup({ verbatimPolicyNamePrefix: 'Analysts' }),
    expect: (json) => {
      expect(usagePolicy(json)).toBe('Analysts-wg-usage');
      expect(resource(json, 'aws_athena_workgroup').name).toBe(prefix);
    },
  },
  isolateUserResults: {
    config: workgroup({
      isolateUserResults: true,
      athenaUserRoles: [role('analyst'), { ...role('fixed'), immutable: true }],
    }),
    expect: (json) => {
      const workgroups = Object.values(resources(json, 'aws_athena_workgroup'));
      expect(workgroups.map(({ name }) => name as string).sort()).toEqual([
        prefix,
        `${prefix}-analyst`,
        `${prefix}-fixed`,
      ]);
    },
  },
});
