import { modelOfStacks } from '../../../../access/stacks/model';
import { anything, document, stack } from '../stacks';

const trust = document({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: 'glue.amazonaws.com' },
});
const role = (name: string, more: object = {}) => ({ name, assume_role_policy: trust, ...more });
const policy = (name: string) => ({ name, policy: document(anything) });
const attachment = (of: string, policyArn: string) => ({ role: of, policy_arn: policyArn });
const names = (policies: readonly { readonly name: string }[] | undefined) =>
  policies?.map(({ name }) => name);

describe('roles', () => {
  test('have what any stack attaches to them, and inline policies', () => {
    const own = stack({
      aws_iam_role: { one: role('one') },
      aws_iam_policy: { p: policy('own') },
      aws_iam_role_policy_attachment: {
        a: attachment('${aws_iam_role.one.name}', '${aws_iam_policy.p.arn}'),
      },
      aws_iam_role_policy: { i: { name: 'inline', role: 'one', policy: document(anything) } },
    });
    const other = stack(
      {
        aws_iam_policy: { p: policy('of-other') },
        aws_iam_role_policy_attachment: { a: attachment('one', '${aws_iam_policy.p.arn}') },
      },
      { id: 'other' },
    );
    const [found] = modelOfStacks([own, other]).principals;
    expect(names(found?.identity)).toEqual(['own', 'of-other', 'inline policy inline of one']);
    expect(found?.trust?.statements).toHaveLength(1);
  });

  test('of another account with the same name have nothing of it', () => {
    const own = stack({ aws_iam_role: { one: role('one') } });
    const other = stack(
      {
        aws_iam_policy: { p: policy('of-other') },
        aws_iam_role_policy_attachment: { a: attachment('one', '${aws_iam_policy.p.arn}') },
      },
      { id: 'other', account: '222222222222' },
    );
    expect(modelOfStacks([own, other]).principals[0]?.identity).toEqual([]);
  });

  test('with a policy that is not at hand: what it says is not known, and told', () => {
    const model = modelOfStacks([
      stack({
        aws_iam_role: {
          one: role('one', { permissions_boundary: 'arn:aws:iam::111111111111:policy/bound' }),
        },
        aws_iam_role_policy_attachment: {
          a: attachment('one', 'arn:aws:iam::111111111111:policy/elsewhere'),
        },
      }),
    ]);
    const operators = (model.principals[0]?.identity ?? [])
      .flatMap(({ statements }) => statements)
      .flatMap(({ conditions }) => conditions.map(({ operator }) => operator));
    expect(operators).toEqual(['Unknown', 'Unknown']);
    expect(model.principals[0]?.boundary?.statements[0]?.conditions[0]?.operator).toBe('Unknown');
    expect(model.assumptions.join()).toContain('elsewhere');
  });

  test('with a policy of AWS have its document', () => {
    const arn = 'arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole';
    const [found] = modelOfStacks([
      stack({
        aws_iam_role: { one: role('one') },
        aws_iam_role_policy_attachment: { a: attachment('one', arn) },
      }),
    ]).principals;
    expect(found?.identity?.[0]?.statements[0]?.actions).toContain('glue:*');
  });

  test('of a roles module are called by their key, others by their module', () => {
    const model = modelOfStacks([
      stack({
        aws_iam_role: { 'roles__role__data-admin': role('a'), 'project__lake-formation': role('b') },
        aws_ssm_parameter: {
          p: {
            name: '/o/d/generated-role/data-admin/arn',
            value: '${aws_iam_role.roles__role__data-admin.arn}',
          },
        },
      }),
    ]);
    const labels = model.principals.map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['lake-dev/data-admin', 'lake-dev/project/lake-formation']);
  });
});
