import type { Environment } from '../../platform/platform';
import { Text } from '../../platform/text';
import type { ConfigNode } from '../node';
import { error } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { template } from '../template/template';
import { innermost, booleanValue, literalText } from './values';
import { checkPartition } from './partitions';
import { type PlatformScope, type Position, templateScope } from './scope';

type DeployRole = Pick<
  Environment,
  | 'deployRoleArn'
  | 'planRoleArn'
  | 'assumeDeployRole'
  | 'deployRoleExternalId'
  | 'deployRoleTemplate'
  | 'planRoleTemplate'
>;

const deployKeys = ['deploy_role_arn', 'deployRoleArn'];
const planKeys = ['plan_role_arn', 'planRoleArn'];

/** Who deploys and who plans, here and, where the ARNs are written with `{{account}}`, in other accounts. */
export function deployRole(platform: PlatformScope, position: Position): DeployRole {
  const { levels } = position;
  const scope = templateScope(platform, position);
  const assume = innermost(levels, 'assume_deploy_role', 'assumeDeployRole');
  const assumeDeployRole = booleanValue(assume, false, scope);
  const externalId = innermost(levels, 'deploy_role_external_id', 'deployRoleExternalId');
  if (innermost(levels, ...deployKeys) === undefined) {
    const help = 'Add `deployRoleArn:` with the ARN of the role to assume.';
    const needs = (key: string) => `\`${key}\` needs a deploy role`;
    if (assume && assumeDeployRole)
      scope.report(error('TL208', assume.place, needs('assumeDeployRole'), help));
    if (externalId) scope.report(error('TL208', externalId.place, needs('deployRoleExternalId'), help));
  }
  return {
    deployRoleArn: roleArn(innermost(levels, ...deployKeys), position, scope),
    planRoleArn: roleArn(innermost(levels, ...planKeys), position, scope),
    assumeDeployRole,
    deployRoleExternalId: externalIdOf(externalId, scope),
    deployRoleTemplate: elsewhere(innermost(levels, ...deployKeys), platform, position),
    planRoleTemplate: elsewhere(innermost(levels, ...planKeys), platform, position),
  };
}

function roleArn(
  node: ConfigNode | undefined,
  { target }: Position,
  scope: TemplateScope,
): string | undefined {
  const arn = literalText(node, scope);
  if (!node || arn === undefined) return undefined;
  const [whole, account] = /^arn:[a-z-]+:iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(arn) ?? [];
  if (whole === undefined) {
    const help = 'Write arn:{{partition}}:iam::{{account}}:role/<name>.';
    scope.report(error('TL204', node.place, `"${arn}" is not the ARN of a role`, help));
    return undefined;
  }
  checkPartition(arn, node.place, target?.region, scope.report);
  if (target?.account !== undefined && account !== target.account) {
    const message = `${arn} is a role of another account than ${target.account}, where the environment is`;
    const help = 'Name a role of the account itself: arn:{{partition}}:iam::{{account}}:role/<name>.';
    scope.report(error('TL204', node.place, message, help));
  }
  return arn;
}

function externalIdOf(node: ConfigNode | undefined, scope: TemplateScope): string | undefined {
  const id = literalText(node, scope);
  if (!node || id === undefined || /^[\w+=,.@:/-]{2,1224}$/.test(id)) return id;
  const help = 'Write 2 to 1224 letters, digits or characters of _+=,.@:/-';
  scope.report(error('TL204', node.place, 'this is no external id that AWS would take', help));
  return undefined;
}

/** The ARN with `{{account}}` left open; undefined where it is not written that way. */
function elsewhere(
  node: ConfigNode | undefined,
  platform: PlatformScope,
  position: Position,
): Text | undefined {
  const open = { ...position, target: { account: undefined, region: undefined } };
  // What is wrong with it has been reported for the environment's own account.
  const resolved = node && template(node, templateScope({ ...platform, report: () => undefined }, open));
  const text = resolved?.kind === 'scalar' ? resolved.value : undefined;
  return text instanceof Text && text.dynamicParts.some(({ kind }) => kind === 'account') ? text : undefined;
}
