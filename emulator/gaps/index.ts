import type { Gap, GapContext } from '../gap';
import { athenaTags } from './athena-tags';
import { cloudtrailArn } from './cloudtrail-arn';
import { lakeFormationGrants } from './lakeformation-grants';
import { lakeFormationSettings } from './lakeformation-settings';
import { stsAssumeRole } from './sts-assume-role';

/** Every gap that is closed, for one sandbox: some of them keep what moto cannot. */
export function allGaps(context: GapContext): Gap[] {
  return [
    athenaTags,
    cloudtrailArn,
    lakeFormationGrants(context),
    lakeFormationSettings(context),
    stsAssumeRole(context),
  ];
}
