import { CloudwatchLogGroup, FlowLog, IamRole, IamRolePolicy } from '../../../core/provider/aws';
import { arnOf } from '../../../core/aws/location';
import { byService } from '../../../core/aws/principals';
import type { ModuleScope } from '../../../core/module/scope';
import type { Choice } from './choice';
import { MadeOnly } from './made-only';

/** What the flow log of a VPC is made of. */
export interface FlowLogOptions {
  /** An expression of Terraform, without `${` and `}`. */
  readonly vpcId: string;
  readonly logGroup: string;
  readonly role: string;
  readonly keyArn: string;
}

/** Who talked to whom in the VPC, kept for two years. */
export function flowLog(
  scope: ModuleScope,
  choice: Choice,
  { vpcId, logGroup, role, keyArn }: FlowLogOptions,
): void {
  const only = new MadeOnly(scope, choice);
  const key = ['studio', 'flow-log'];
  const group = only.one(CloudwatchLogGroup, key, {
    name: logGroup,
    retentionInDays: 731,
    kmsKeyId: keyArn,
  });
  const writer = only.one(IamRole, key, {
    name: role,
    description: 'Writes the flow log of the VPC of SageMaker Studio',
    assumeRolePolicy: scope.policy([
      {
        actions: ['sts:AssumeRole'],
        ...byService('vpc-flow-logs.amazonaws.com', {
          accounts: [scope.account],
          arns: [arnOf(scope, 'ec2', 'vpc-flow-log/*')],
        }),
      },
    ]),
  });
  const written = arnOf(scope, 'logs', `log-group:${logGroup}`);
  only.one(IamRolePolicy, key, {
    name: 'flow-log',
    // By its name, which says whose policy it is where an instance of a resource cannot be followed.
    role,
    dependsOn: [writer.made],
    policy: scope.policy([
      {
        sid: 'WriteFlowLog',
        actions: ['CreateLogStream', 'PutLogEvents', 'DescribeLogStreams'].map((name) => `logs:${name}`),
        resources: [written, `${written}:*`],
      },
    ]),
  });
  only.one(FlowLog, key, {
    vpcId: `\${${vpcId}}`,
    trafficType: 'ALL',
    logDestination: `\${${group.own}.arn}`,
    iamRoleArn: `\${${writer.own}.arn}`,
  });
}
