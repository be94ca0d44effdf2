import { synthesize } from '../../cli/shared/built-in';
import { join, resolve } from 'node:path';
import { policyLimits, policySize } from '../../aws/iam/size';

import { policy, resources, temporary, type StackJson } from '../support/synth';
import { readFileSync } from 'node:fs';

// The emulator accepts malformed and dangling policies: so every document of the examples is checked here.
const examples = ['basic_datascience_platform/mdaa.yaml', 'teams_and_environments/platform.yaml'].map(
  (file) => resolve(__dirname, '../../configs', file),
);

interface Document {
  readonly where: string;
  readonly kind: keyof typeof policyLimits | 'topic policy' | 'queue policy' | 'access point policy';
  readonly text: string;
}

const attributes: readonly (readonly [string, string, Document['kind']])[] = [
  ['aws_iam_policy', 'policy', 'managed policy'],
  ['aws_iam_role', 'assume_role_policy', 'trust policy'],
  ['aws_s3_bucket_policy', 'policy', 'bucket policy'],
  ['aws_kms_key', 'policy', 'key policy'],
  ['aws_sns_topic_policy', 'policy', 'topic policy'],
  ['aws_sqs_queue_policy', 'policy', 'queue policy'],
  ['aws_s3control_access_point_policy', 'policy', 'access point policy'],
  ['aws_s3_access_point', 'policy', 'access point policy'],
];

function documentsOf(id: string, json: StackJson): readonly Document[] {
  return attributes.flatMap(([type, attribute, kind]) =>
    Object.entries(resources(json, type)).map(([key, block]) => ({
      where: `${id} ${type}.${key}`,
      kind,
      text: block[attribute] as string,
    })),
  );
}

const documents: Document[] = [];

beforeAll(async () => {
  for (const file of examples) {
    const outdir = temporary({});
    const { stacks } = await synthesize({ file, outdir, environment: {} });
    const read = (id: string) => readFileSync(join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8');
    documents.push(...stacks.flatMap(({ id }) => documentsOf(id, JSON.parse(read(id)) as StackJson)));
  }
});

const list = (value: unknown): string[] => (Array.isArray(value) ? value : [value]) as string[];

test('there are policies of every kind', () => {
  expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(attributes.map(([, , kind]) => kind)));
  expect(documents.length).toBeGreaterThan(40);
});

test('each is within the size that AWS allows', () => {
  const tooLarge = documents.filter(
    ({ kind, text }) =>
      kind in policyLimits && policySize(text) > policyLimits[kind as keyof typeof policyLimits],
  );
  expect(tooLarge.map(({ where }) => where)).toEqual([]);
});

test('each has the grammar of its kind, with unique statement ids of letters and digits', () => {
  const known = ['Sid', 'Effect', 'Principal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];
  for (const { where, kind, text } of documents) {
    const document = policy(text) as { Version?: string; Statement: Record<string, unknown>[] };
    expect({ where, version: document.Version }).toEqual({ where, version: '2012-10-17' });
    const sids = document.Statement.map(({ Sid }) => Sid).filter((sid) => sid !== undefined);
    expect({ where, sids }).toEqual({ where, sids: [...new Set(sids)] });
    for (const statement of document.Statement) {
      const problems = [
        ...Object.keys(statement).filter((key) => !known.includes(key)),
        ...(/^[A-Za-z0-9]*$/.test((statement.Sid ?? '') as string) ? [] : ['Sid']),
        ...(['Allow', 'Deny'].includes(statement.Effect as string) ? [] : ['Effect']),
        ...('Action' in statement !== 'NotAction' in statement ? [] : ['Action']),
        ...(list(statement.Action ?? statement.NotAction).every((a) =>
          /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/.test(a),
        )
          ? []
          : ['Action']),
        ...(kind === 'managed policy' && 'Principal' in statement ? ['Principal'] : []),
        ...(kind !== 'managed policy' && !('Principal' in statement) ? ['Principal'] : []),
        ...(kind === 'trust policy' && ('Resource' in statement || 'NotResource' in statement)
          ? ['Resource']
          : []),
        ...(kind !== 'trust policy' && 'Resource' in statement === 'NotResource' in statement
          ? ['Resource']
          : []),
      ];
      expect({ where, sid: statement.Sid, problems }).toEqual({ where, sid: statement.Sid, problems: [] });
    }
  }
});

test('whoever is named by a unique id is a role of the platform; an open principal has a condition', () => {
  const role =
    /^\$\{(aws_iam_role\.[\w-]+\.unique_id|data\.aws_ssm_parameter\.link__[\w-]+__id\.insecure_value)\}:\*$/;
  for (const { where, kind, text } of documents) {
    for (const statement of policy(text).Statement) {
      const condition = (statement.Condition ?? {}) as Record<string, Record<string, unknown>>;
      for (const keys of Object.values(condition)) {
        for (const [key, values] of Object.entries(keys)) {
          if (key.toLowerCase() !== 'aws:userid' || kind === 'managed policy') continue;
          expect({ where, unknown: list(values).filter((value) => !role.test(value)) }).toEqual({
            where,
            unknown: [],
          });
        }
      }
      const open = statement.Effect === 'Allow' && statement.Principal === '*';
      expect({ where, sid: statement.Sid, open: open && Object.keys(condition).length === 0 }).toEqual({
        where,
        sid: statement.Sid,
        open: false,
      });
    }
  }
});

test('a service is granted something for the account, or for what belongs to it; the exceptions are known', () => {
  const source = /^(aws:Source(Account|Arn)|kms:EncryptionContext:.*)$/;
  const open = documents.flatMap(({ where, text }) =>
    policy(text).Statement.flatMap((statement) => {
      const { Effect, Principal, Condition = {} } = statement as Record<string, Record<string, object>>;
      const services = list((Principal as { Service?: unknown } | undefined)?.Service ?? []);
      const keys = Object.values(Condition).flatMap((one) => Object.keys(one));
      return Effect === ('Allow' as unknown) && services.length > 0 && !keys.some((key) => source.test(key))
        ? [`${where} ${services.join(' ')}`]
        : [];
    }),
  );
  // EventBridge sends topics no source; the trust of roles is written by the user.
  const written = ['dev aws_iam_role.roles__role__glue-etl', 'dev aws_iam_role.roles__role__team-execution'];
  // A role can be passed to these in its own account only, and they do not say for whom they act.
  const silent = /^\S+ aws_iam_role\.\S+( (codepipeline|databrew|glue|lambda|sagemaker)\.amazonaws\.com)+$/;
  const environments = open.filter((where) => /^(finance|research)-dev/.test(where) && silent.test(where));
  const known = [...written, ...environments];
  const unknown = open.filter((where) => !known.some((role) => where.includes(role)));
  expect(unknown).toEqual([
    'dataops-dev aws_sns_topic_policy.example-project__dataops-sns-topic events.amazonaws.com',
  ]);
});
