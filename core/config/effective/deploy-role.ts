import type { Environment } from '../../platform/platform';
import { error } from '../report';
import type { TemplateScope } from '../template/scope';
import { innermost, type Levels } from './inherit';
import { booleanValue, literalText } from './values';

/** Who deploys and who plans. */
export function deployRole(
  levels: Levels,
  scope: TemplateScope,
): Pick<Environment, 'deployRoleArn' | 'planRoleArn' | 'assumeDeployRole'> {
  const assume = innermost(levels, 'assume_deploy_role', 'assumeDeployRole');
  const deployRoleArn = roleArn(levels, scope, 'deploy_role_arn', 'deployRoleArn');
  const assumeDeployRole = booleanValue(assume, false, scope);
  if (assume && assumeDeployRole && innermost(levels, 'deploy_role_arn', 'deployRoleArn') === undefined) {
    const help = 'Add `deployRoleArn:` with the ARN of the role to assume.';
    scope.report(error('TL208', assume.place, '`assumeDeployRole` needs a deploy role', help));
  }
  return {
    deployRoleArn,
    planRoleArn: roleArn(levels, scope, 'plan_role_arn', 'planRoleArn'),
    assumeDeployRole,
  };
}

function roleArn(levels: Levels, scope: TemplateScope, ...keys: readonly string[]): string | undefined {
  const node = innermost(levels, ...keys);
  const arn = literalText(node, scope);
  if (!node || arn === undefined || /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(arn)) return arn;
  const help = 'Write arn:aws:iam::<account>:role/<name>.';
  scope.report(error('TL204', node.place, `"${arn}" is not the ARN of a role`, help));
  return undefined;
}
