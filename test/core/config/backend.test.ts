import { at, brief, labels, load, moduleWith } from './support';

const backends: readonly (readonly [yaml: string, backend: unknown])[] = [
  ['{ backend: { local: { path: ./states/ } } }', { kind: 'local', path: 'states' }],
  ['{ backend: { local: } }', { kind: 'local', path: undefined }],
  [
    '{ backend: { s3: { bucket: "state-{{env}}", region: eu-west-1, kmsKeyId: k, assumeRoleArn: r } } }',
    {
      kind: 's3',
      bucket: 'state-e',
      region: 'eu-west-1',
      kmsKeyId: 'k',
      lock: 's3',
      dynamodbTable: undefined,
      assumeRoleArn: 'r',
    },
  ],
  [
    '{ backend: { s3: { bucket: b, lock: dynamodb, dynamodbTable: t } } }',
    { kind: 's3', bucket: 'b', lock: 'dynamodb', dynamodbTable: 't' },
  ],
  [
    '{ override: { terraform: { backend: { s3: { bucket: b, region: eu-west-1 } } } } }',
    { kind: 's3', bucket: 'b', region: 'eu-west-1', lock: 's3' },
  ],
  [
    '{ backend: { cloud: { organization: o, project: p, hostname: h } } }',
    { kind: 'cloud', organization: 'o', project: 'p', hostname: 'h' },
  ],
];

test.each(backends)('backend %s', (yaml, backend) => {
  expect(
    load({ 'mdaa.yaml': moduleWith('a: 1', `terraform: ${yaml}\n`) }).platform?.environments[0]?.backend,
  ).toMatchObject(backend as object);
});

const refusedBackends: readonly (readonly [yaml: string, code: string, needle: string])[] = [
  ['{ backend: { local: { path: /tmp/x } } }', 'TL412', '/tmp'],
  ['{ backend: { s3: { bucket: b, lock: dynamodb } } }', 'TL412', 'bucket'],
  ['{ backend: {} }', 'TL412', '{} }'],
  ['{ backend: { s3: {} } }', 'TL203', 's3'],
  [
    '{ backend: { local: {} }, override: { terraform: { backend: { s3: { bucket: b } } } } }',
    'TL412',
    'bucket',
  ],
  ['{ backend: { gcs: {} } }', 'TL201', 'gcs'],
];

test('a backend in two ways: both places', () => {
  const yaml = '{ backend: { local: {} }, override: { terraform: { backend: { s3: { bucket: b } } } } }';
  const files = { 'mdaa.yaml': moduleWith('a: 1', `terraform: ${yaml}\n`) };
  expect(labels(load(files).diagnostics[0])).toEqual([
    at(files, 'the other way to write it', '{ bucket: b'),
    at(files, 'the backend', '{ local: {}'),
  ]);
});

test.each(refusedBackends)('backend %s is refused: %s', (yaml, code, needle) => {
  const files = { 'mdaa.yaml': moduleWith('a: 1', `terraform: ${yaml}\n`) };
  const codes = brief(load(files).diagnostics);
  expect(codes[0]?.split(' ')[0]).toBe(code);
  expect(codes[0]?.split(':')[1]).toBe(at(files, code, needle).split(':')[1]);
});
