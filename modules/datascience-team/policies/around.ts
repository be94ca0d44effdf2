import { logWriting } from '../../../core/aws/log-statements';
import type { PolicyStatement } from '../../../core/aws/policy';
import { each, sagemaker, sagemakerArns, type TeamFacts } from './facts';

/** What jobs, endpoints and apps need around them: tags, network interfaces, images, logs. */
export function around(facts: TeamFacts): readonly PolicyStatement[] {
  const { location } = facts;
  return [
    // Tags are set on whatever the team makes; the guardrail keeps them off the owners of profiles.
    { sid: 'Tags', actions: sagemaker('AddTags', 'DeleteTags'), resources: sagemakerArns(facts, '*') },
    {
      sid: 'Network',
      actions: [
        'CreateNetworkInterface',
        'CreateNetworkInterfacePermission',
        'DeleteNetworkInterface',
        'DeleteNetworkInterfacePermission',
        'CreateVpcEndpoint',
        'DescribeDhcpOptions',
        'DescribeNetworkInterfaces',
        'DescribeSecurityGroups',
        'DescribeSubnets',
        'DescribeVpcEndpoints',
        'DescribeVpcs',
      ].map((action) => `ec2:${action}`),
      // Descriptions know no narrower resource, and the VPC may be shared by another account.
      resources: ['*'],
    },
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
    logWriting(location, '*sagemaker*'),
  ];
}

/** To work with the tracking server of the team, if there is one. */
export function tracking(facts: TeamFacts): readonly PolicyStatement[] {
  if (facts.mlflowServer === undefined) return [];
  const resources = sagemakerArns(facts, `mlflow-tracking-server/${facts.mlflowServer}`);
  return [
    {
      sid: 'TrackingServer',
      actions: [
        ...sagemaker('CreatePresignedMlflowTrackingServerUrl'),
        ...each('Describe Start Stop', 'MlflowTrackingServer'),
      ],
      resources,
    },
    // Everything in the team's own server: MLflow has some sixty actions on runs, experiments and models.
    { sid: 'Tracking', actions: ['sagemaker-mlflow:*'], resources },
  ];
}
