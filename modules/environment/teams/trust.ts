import type { Location } from '../../../core/aws/location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { accountOfArn } from '../arn';

/** People who may take the role of a team. All strings are Terraform strings. */
export type TrustedPeople =
  | { readonly kind: 'permissionSet'; readonly name: string }
  | { readonly kind: 'role'; readonly arn: string }
  | {
      readonly kind: 'saml';
      readonly providerArn: string;
      /** Attribute → the value it must have; without any, all people of the provider. */
      readonly attributes: Readonly<Record<string, string>>;
    };

/** Who may take the role of a team. */
export interface TeamTrust {
  readonly location: Location;
  /** Undefined where there is no pivot role. */
  readonly pivotRoleArn: string | undefined;
  /** Empty where people do not get the role: see the feature `awsAccess`. */
  readonly assumedBy: readonly TrustedPeople[];
}

/** Services that say for which account they act, by their own pages on confused deputies. */
const sayAccount = ['codebuild', 'omics', 'states'];

/**
 * Services that run what a team makes with its role, and do not say for which account in all cases: Glue and Lambda
 * never do, SageMaker does not for notebook instances, DataBrew and CodePipeline document it for no trust policy. A
 * role can be passed to them in its own account only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const sayNothing = ['codepipeline', 'databrew', 'glue', 'lambda', 'sagemaker'];

const assume = { actions: ['sts:AssumeRole'] };

/**
 * The trust policy of a team's role: the services that run what it makes, the pivot role, and its people. Roles are named
 * by a condition and their account as principal: so one that is not there yet, or is made again, breaks nothing; and
 * whoever is named needs `sts:AssumeRole` in policies of its own as well.
 */
export function teamTrust({ location, pivotRoleArn, assumedBy }: TeamTrust): readonly PolicyStatement[] {
  const services = (names: readonly string[]) => names.map((name) => `${name}.amazonaws.com`);
  return [
    {
      sid: 'ServicesOfAccount',
      ...assume,
      principals: { Service: services(sayAccount) },
      conditions: { StringEquals: { 'aws:SourceAccount': location.account } },
    },
    { sid: 'Services', ...assume, principals: { Service: services(sayNothing) } },
    {
      sid: 'Pivot',
      ...assume,
      principals: { AWS: [rootOf(location)] },
      conditions: { ArnEquals: { 'aws:PrincipalArn': pivotRoleArn === undefined ? [] : [pivotRoleArn] } },
    },
    ...permissionSets(location, assumedBy),
    ...roles(assumedBy),
    ...assumedBy.flatMap((people) => (people.kind === 'saml' ? [saml(location, people)] : [])),
  ];
}

function rootOf({ partition, account }: Pick<Location, 'partition' | 'account'>): string {
  return `arn:${partition}:iam::${account}:root`;
}

/**
 * Roles that Identity Center makes in the account for its permission sets. Sixteen characters end the name: a star would
 * let `Data` stand for `Data_Science` too. Paths may hold a region.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
function permissionSets(location: Location, assumedBy: readonly TrustedPeople[]): readonly PolicyStatement[] {
  const made = `arn:${location.partition}:iam::${location.account}:role/aws-reserved/sso.amazonaws.com/`;
  const patterns = assumedBy.flatMap((people) =>
    people.kind === 'permissionSet' ? [`${made}*AWSReservedSSO_${people.name}_${'?'.repeat(16)}`] : [],
  );
  if (patterns.length === 0) return [];
  return [
    {
      sid: 'PermissionSets',
      ...assume,
      principals: { AWS: [rootOf(location)] },
      conditions: { ArnLike: { 'aws:PrincipalArn': patterns } },
    },
  ];
}

/** Named roles, with a statement for all of an account. */
function roles(assumedBy: readonly TrustedPeople[]): readonly PolicyStatement[] {
  const arns = assumedBy.flatMap((people) => (people.kind === 'role' ? [people.arn] : []));
  const roots = new Set(arns.map(rootOfRole));
  return [...roots].map((root) => ({
    sid: 'Roles',
    ...assume,
    principals: { AWS: [root] },
    conditions: { ArnEquals: { 'aws:PrincipalArn': arns.filter((arn) => rootOfRole(arn) === root) } },
  }));
}

function rootOfRole(arn: string): string {
  return rootOf({ partition: arn.split(':')[1] ?? '', account: accountOfArn(arn) });
}

/** Where people sign in, by partition: what SAML calls the audience. */
const audiences: Readonly<Record<string, string>> = {
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
};

function saml(
  { partition }: Location,
  { providerArn, attributes }: Extract<TrustedPeople, { kind: 'saml' }>,
): PolicyStatement {
  const said = Object.entries(attributes).map(([name, value]) => [`SAML:${name}`, value] as const);
  return {
    sid: 'Saml',
    actions: ['sts:AssumeRoleWithSAML'],
    principals: { Federated: [providerArn] },
    conditions: {
      StringEquals: {
        'SAML:aud': audiences[partition] ?? 'https://signin.aws.amazon.com/saml',
        ...Object.fromEntries(said),
      },
    },
  };
}
