import { unknown, type ContextValues } from '../../../../../aws/iam/evaluate/context';
import type { Outcome } from '../../../../../aws/iam/evaluate/judge';
import { allow, bucket, deny, docs, user, type Json, type Row } from './row';

const asks = (
  name: string,
  path: string,
  statement: Json,
  expected: Outcome,
  more: Partial<Row> = {},
): Row => ({
  name,
  source: docs.variables,
  action: 's3:GetObject',
  resource: `${bucket}/${path}`,
  identity: [statement],
  expected,
  ...more,
});
const at = (path: string): Json => allow('s3:GetObject', `${bucket}/${path}`);
const when = (operator: string, value: string): Json =>
  allow('s3:*', '*', { Condition: { [operator]: { 'x:k': value } } });
const with_ = (context: ContextValues): Partial<Row> => ({ context });
const no = 'implicitly denied';

/** What stands between `${` and `}`. */
export const variables: readonly Row[] = [
  asks('the user id of a role', 'home/AROAANALYST:jo/a', at('home/${aws:userid}/*'), 'allowed'),
  asks('the user id of another session', 'home/AROAANALYST:mo/a', at('home/${aws:userid}/*'), no),
  asks('the name of a user', 'home/mo/a', at('home/${aws:username}/*'), 'allowed', { caller: user }),
  asks('a role has no user name', 'home/jo/a', at('home/${aws:username}/*'), no),
  asks('a role has no user name, not even for everything', 'home//a', at('home/${aws:username}*'), no),
  asks('keys of variables have no case', 'home/AROAANALYST:jo/a', at('home/${AWS:UserId}/*'), 'allowed'),
  asks(
    'a tag of the principal',
    't/red/a',
    at('t/${aws:PrincipalTag/team}/*'),
    'allowed',
    with_({ 'aws:PrincipalTag/team': 'red' }),
  ),
  asks(
    'another tag of the principal',
    't/red/a',
    at('t/${aws:PrincipalTag/team}/*'),
    no,
    with_({ 'aws:PrincipalTag/team': 'blue' }),
  ),
  asks(
    'a tag that is not there, with a default',
    't/none/a',
    at("t/${aws:PrincipalTag/team, 'none'}/*"),
    'allowed',
  ),
  asks(
    'a tag that is there, with a default',
    't/none/a',
    at("t/${aws:PrincipalTag/team, 'none'}/*"),
    no,
    with_({ 'aws:PrincipalTag/team': 'red' }),
  ),
  asks('a tag that is not there, without default', 't//a', at('t/${aws:PrincipalTag/team}/*'), no),
  asks(
    'a value with a star is no wildcard',
    't/red/a',
    at('t/${aws:PrincipalTag/team}/*'),
    no,
    with_({ 'aws:PrincipalTag/team': '*' }),
  ),
  asks('two variables', 't/red/mo', at('t/${aws:PrincipalTag/team}/${aws:username}'), 'allowed', {
    caller: user,
    context: { 'aws:PrincipalTag/team': 'red' },
  }),
  asks(
    'a value that is not known',
    't/red/a',
    at('t/${aws:PrincipalTag/team}/*'),
    'unknown',
    with_({ 'aws:PrincipalTag/team': unknown }),
  ),
  asks(
    'a value that is not known, on another prefix',
    'u/red/a',
    at('t/${aws:PrincipalTag/team}/*'),
    no,
    with_({ 'aws:PrincipalTag/team': unknown }),
  ),
  asks(
    'several values make no text',
    't/red/a',
    at('t/${aws:TagKeys}/*'),
    'unknown',
    with_({ 'aws:TagKeys': ['red', 'blue'] }),
  ),
  asks('a variable that nobody understands', 't/red/a', at('t/${one, two, three}/*'), 'unknown'),
  asks('a literal star', 't/*', at('t/${*}'), 'allowed'),
  asks('a literal star is no wildcard', 't/x', at('t/${*}'), no),
  asks('a literal question mark', 't/?', at('t/${?}'), 'allowed'),
  asks('a literal question mark is no wildcard', 't/x', at('t/${?}'), no),
  asks('a literal dollar', 't/$x', at('t/${$}x'), 'allowed'),
  asks('an old document has no variables', 't/red/a', at('t/${aws:PrincipalTag/team}/*'), no, {
    source: docs.version,
    version: '2008-10-17',
    context: { 'aws:PrincipalTag/team': 'red' },
  }),
  asks(
    'an old document takes them as text',
    't/${aws:PrincipalTag/team}/a',
    at('t/${aws:PrincipalTag/team}/*'),
    'allowed',
    { source: docs.version, version: '2008-10-17' },
  ),
  asks(
    'in StringEquals',
    'a',
    when('StringEquals', '${aws:userid}'),
    'allowed',
    with_({ 'x:k': 'AROAANALYST:jo' }),
  ),
  asks(
    'in StringEquals, another',
    'a',
    when('StringEquals', '${aws:userid}'),
    no,
    with_({ 'x:k': 'AROAANALYST:mo' }),
  ),
  asks(
    'in StringEqualsIgnoreCase',
    'a',
    when('StringEqualsIgnoreCase', '${aws:userid}'),
    'allowed',
    with_({ 'x:k': 'aroaanalyst:JO' }),
  ),
  asks(
    'in StringLike',
    'a',
    when('StringLike', '${aws:userid}/*'),
    'allowed',
    with_({ 'x:k': 'AROAANALYST:jo/x' }),
  ),
  asks(
    'in ArnLike',
    'a',
    when('ArnLike', 'arn:aws:s3:::${aws:PrincipalAccount}/*'),
    'allowed',
    with_({ 'x:k': 'arn:aws:s3:::111122223333/x' }),
  ),
  asks(
    'in ArnEquals, not known',
    'a',
    when('ArnEquals', 'arn:aws:s3:::${x:n}'),
    'unknown',
    with_({ 'x:k': 'arn:aws:s3:::b', 'x:n': unknown }),
  ),
  asks('in Bool', 'a', when('Bool', '${x:flag}'), 'allowed', with_({ 'x:k': 'true', 'x:flag': 'true' })),
  asks('not in numbers', 'a', when('NumericEquals', '${x:n}'), 'unknown', with_({ 'x:k': '5', 'x:n': '5' })),
  asks(
    'in a negated comparison without value',
    'a',
    when('StringNotEquals', '${aws:username}'),
    'allowed',
    with_({ 'x:k': 'jo' }),
  ),
  asks('in a tag of the resource, as for profiles', 'a', when('StringEquals', '${aws:userid}'), no),
  asks('in a deny, not known', 't/red/a', allow('s3:*', '*'), 'unknown', {
    identity: [allow('s3:*', '*'), deny('s3:*', `${bucket}/t/\${x:n}/*`)],
    context: { 'x:n': unknown },
  }),
  asks('in a deny, without value', 't/red/a', allow('s3:*', '*'), 'allowed', {
    identity: [allow('s3:*', '*'), deny('s3:*', `${bucket}/t/\${x:n}/*`)],
  }),
];
