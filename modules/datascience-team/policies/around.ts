import type { Conditions, PolicyStatement } from '../../../aws/iam/statement';
import { each, sagemaker, sagemakerArns, type TeamFacts } from './facts';
import { writingLogs } from './logs';

/** What jobs, endpoints and apps need around them: network interfaces, images, logs. */
export function around(facts: TeamFacts): readonly PolicyStatement[] {
  const { location } = facts;
  return [
    ...network(facts),
    {
      sid: 'Images',
      actions: [
        'BatchCheckLayerAvailability',
        'BatchGetImage',
        'DescribeImages',
        'DescribeRepositories',
        'GetDownloadUrlForLayer',
        'ListImages',
      ].map((action) => `ecr:${action}`),
      // AWS keeps its images in accounts that differ by region and framework.
      resources: [`arn:${location.partition}:ecr:${location.region}:*:repository/sagemaker*`],
    },
    // The token knows no narrower resource; it gives no access by itself.
    { sid: 'ImageLogin', actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
    writingLogs(facts),
  ];
}

function network(facts: TeamFacts): readonly PolicyStatement[] {
  const ec2 = (...actions: readonly string[]) => actions.map((action) => `ec2:${action}`);
  const inVpc = insideVpc(facts);
  return [
    {
      sid: 'Network',
      actions: ec2(
        ...['CreateNetworkInterface', 'CreateNetworkInterfacePermission', 'CreateVpcEndpoint'],
        ...['DeleteNetworkInterface', 'DeleteNetworkInterfacePermission'],
      ),
      resources: ['*'],
      ...(inVpc && { conditions: inVpc }),
    },
    {
      sid: 'DescribeNetwork',
      actions: ec2(
        ...['DescribeDhcpOptions', 'DescribeNetworkInterfaces', 'DescribeSecurityGroups', 'DescribeSubnets'],
        ...['DescribeVpcEndpoints', 'DescribeVpcs'],
      ),
      // Descriptions know no narrower resource.
      resources: ['*'],
    },
  ];
}

/**
 * The VPC of the domain, which may be shared by another account. Each of these actions is checked on several
 * resources, of which the subnet, the interface or the VPC itself tell where they are.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
function insideVpc({ domain, location }: TeamFacts): Conditions | undefined {
  if (!domain) return undefined;
  return {
    ArnLikeIfExists: { 'ec2:Vpc': `arn:${location.partition}:ec2:*:*:vpc/${domain.vpcId}` },
    StringEqualsIfExists: { 'ec2:VpcID': domain.vpcId },
  };
}

/** To work with the tracking server of the team, if there is one. */
export function tracking(facts: TeamFacts): readonly PolicyStatement[] {
  if (facts.mlflowServer === undefined) return [];
  const resources = sagemakerArns(facts, `mlflow-tracking-server/${facts.mlflowServer}`);
  const server = 'MlflowTrackingServer';
  return [
    {
      sid: 'TrackingServer',
      actions: [
        ...sagemaker(`CreatePresigned${server}Url`),
        ...['Describe', 'Start', 'Stop'].flatMap((verb) => each(verb, server)),
      ],
      resources,
    },
    // Everything in the team's own server: MLflow has some sixty actions on runs, experiments and models.
    { sid: 'Tracking', actions: ['sagemaker-mlflow:*'], resources },
  ];
}
