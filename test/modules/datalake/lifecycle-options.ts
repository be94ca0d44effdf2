import type { OptionCase } from '../../support/options';
import { resource, type StackJson } from '../../support/synth';
import { aging } from './lake';

const rule = (json: StackJson) =>
  resource(json, 'aws_s3_bucket_lifecycle_configuration', 'raw').rule[0] as Record<string, unknown>;

const options = (...names: readonly string[]) =>
  names.map((name) => `lifecycleConfigurations.*.*.${name}`).join(' ');

/** Options of lifecycle rules, and what they become. */
export const lifecycleOptions: Readonly<Record<string, OptionCase>> = {
  [`lifecycleConfigurations buckets.*.lifecycleConfiguration ${options('Status')}`]: {
    config: aging({ Status: 'ENABLED', ExpirationDays: 7 }),
    expect: (json) => expect(rule(json)).toMatchObject({ id: 'old', status: 'Enabled' }),
  },
  [options('Prefix', 'ObjectSizeGreaterThan', 'ObjectSizeLessThan', 'ExpirationDays')]: {
    config: aging({
      Prefix: 'data/',
      ObjectSizeGreaterThan: 10,
      ObjectSizeLessThan: 1000,
      ExpirationDays: 7,
    }),
    expect: (json) =>
      expect(rule(json)).toMatchObject({
        filter: [{ and: [{ prefix: 'data/', object_size_greater_than: 10, object_size_less_than: 1000 }] }],
        expiration: [{ days: 7 }],
      }),
  },
  [options('AbortIncompleteMultipartUploadAfter')]: {
    config: aging({ AbortIncompleteMultipartUploadAfter: 3 }),
    expect: (json) =>
      expect(rule(json).abort_incomplete_multipart_upload).toEqual([{ days_after_initiation: 3 }]),
  },
  [options('Transitions', 'Transitions[].Days', 'Transitions[].StorageClass')]: {
    config: aging({ Transitions: [{ Days: 30, StorageClass: 'GLACIER' }] }),
    expect: (json) => expect(rule(json).transition).toEqual([{ days: 30, storage_class: 'GLACIER' }]),
  },
  [options('ExpiredObjectDeleteMarker')]: {
    config: aging({ ExpiredObjectDeleteMarker: true }),
    expect: (json) => expect(rule(json).expiration).toEqual([{ expired_object_delete_marker: true }]),
  },
  [options(
    'NoncurrentVersionTransitions',
    'NoncurrentVersionTransitions[].Days',
    'NoncurrentVersionTransitions[].StorageClass',
    'NoncurrentVersionTransitions[].NewerNoncurrentVersions',
  )]: {
    config: aging({
      NoncurrentVersionTransitions: [{ Days: 30, StorageClass: 'STANDARD_IA', NewerNoncurrentVersions: 2 }],
    }),
    expect: (json) =>
      expect(rule(json).noncurrent_version_transition).toEqual([
        { noncurrent_days: 30, storage_class: 'STANDARD_IA', newer_noncurrent_versions: 2 },
      ]),
  },
  [options('NoncurrentVersionExpirationDays', 'NoncurrentVersionsToRetain')]: {
    config: aging({ NoncurrentVersionExpirationDays: 90, NoncurrentVersionsToRetain: 3 }),
    expect: (json) =>
      expect(rule(json).noncurrent_version_expiration).toEqual([
        { noncurrent_days: 90, newer_noncurrent_versions: 3 },
      ]),
  },
};
