import { arnOf, type Location } from '../../../core/aws/location';
import type { Names } from '../../../core/naming/names';

/** What policies name of a Studio domain; all of it may be known to Terraform only. */
export interface DomainFacts {
  readonly id: string;
  readonly arn: string;
  readonly vpcId: string;
}

/** What the policies of a team name; ARNs and ids may be known to Terraform only. */
export interface TeamFacts {
  readonly location: Location;
  readonly names: Names;
  readonly executionRoleArn: string;
  readonly keyArn: string;
  readonly bucketName: string;
  readonly workgroup: string;
  /** Undefined without a Studio domain. */
  readonly domain: DomainFacts | undefined;
  /** The name of the MLflow tracking server, if there is one. */
  readonly mlflowServer: string | undefined;
}

/** ARNs of SageMaker resources in the team's account and region. */
export function sagemakerArns({ location }: TeamFacts, ...resources: readonly string[]): readonly string[] {
  return resources.map((resource) => arnOf(location, 'sagemaker', resource));
}

/** Actions of SageMaker. */
export function sagemaker(...actions: readonly string[]): readonly string[] {
  return actions.map((action) => `sagemaker:${action}`);
}

/** The same verb for several things. */
export function each(verb: string, ...things: readonly string[]): readonly string[] {
  return things.map((thing) => `sagemaker:${verb}${thing}`);
}
