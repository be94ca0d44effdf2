import type { GapContext } from '../proxy/gap';
import { athena } from './athena';
import { cloudtrail } from './cloudtrail';
import { ec2 } from './ec2';
import { glue } from './glue';
import { iam } from './iam';
import { lakeFormation } from './lakeformation';
import { GrantStore } from './lakeformation/grant-store';
import { listedServices } from './listed';
import { quickSight } from './quicksight';
import { ram } from './ram';
import { s3 } from './s3';
import { sagemaker } from './sagemaker';
import type { Service } from './service';
import { sqs } from './sqs';
import { sts } from './sts';

/** Every service that the emulator knows, for one sandbox: some of their gaps keep what moto cannot. */
export function allServices(context: GapContext): Service[] {
  const grants = new GrantStore();
  return [
    athena(context),
    cloudtrail,
    ec2(context),
    glue(context),
    iam(context),
    lakeFormation(context, grants),
    quickSight(context),
    ram(context, grants),
    s3(context),
    sagemaker(context),
    sqs(context),
    sts(context),
    ...listedServices,
  ];
}
