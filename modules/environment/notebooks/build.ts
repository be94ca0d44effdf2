import {
  DataAwsVpc,
  SagemakerNotebookInstance,
  SecurityGroup,
  VpcSecurityGroupEgressRule,
  VpcSecurityGroupIngressRule,
} from '../../../core/provider/aws';
import { encryptionKey } from '../../../core/aws/key';
import type { ModuleScope, Role } from '../../../core/module/scope';
import { escapeTags } from '../../../core/platform/escape';
import type { EnvironmentFacts } from '../facts';
import { slug } from '../names';
import { subnetInVpc } from '../networks/subnet';
import { objectTags } from '../tags';
import { notebooksOf, type NotebookFacts, type NotebookPlace } from './facts';

/** The notebook instances. `roles` are those of the teams, by team. */
export function buildNotebooks(
  scope: ModuleScope,
  facts: EnvironmentFacts,
  roles: ReadonlyMap<string, Role>,
): void {
  for (const notebook of notebooksOf(facts)) {
    const role = roles.get(notebook.config.team);
    if (role) instance(scope, notebook, role);
  }
}

function instance(scope: ModuleScope, notebook: NotebookFacts, role: Role): void {
  const { key, config, name, keyAlias, id, place, from } = notebook;
  const encryption = encryptionKey(scope, ['notebook', key], {
    alias: keyAlias,
    publishAt: `notebook/${slug(id)}/kms`,
    users: [role],
    tags: tagsOf(notebook),
    from,
  });
  scope.add(
    SagemakerNotebookInstance,
    ['notebook', key],
    {
      name,
      roleArn: role.arn,
      instanceType: config.instanceType,
      volumeSize: config.volumeSizeInGB,
      kmsKeyId: encryption.id,
      directInternetAccess: place ? 'Disabled' : 'Enabled',
      ...(place && inside(scope, notebook, place)),
      // A root user could switch off what the instance logs, and read what others left on it.
      rootAccess: 'Disabled',
      // The version without a session token is refused; older platforms do not know the setting.
      platformIdentifier: 'notebook-al2-v3',
      instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: '2' },
      tags: tagsOf(notebook),
    },
    { protect: true, from },
  );
}

function tagsOf({ key, config }: NotebookFacts): Record<string, string> {
  return escapeTags(objectTags(config.team, `SagemakerNotebook_${key}`));
}

/** The subnet, and a security group that lets the VPC in by HTTPS. */
function inside(scope: ModuleScope, notebook: NotebookFacts, { subnetId, vpcId }: NotebookPlace) {
  const address = ['notebook', notebook.key];
  const { from } = notebook;
  const subnet = subnetInVpc(scope, address, { subnetId, vpcId, from });
  const vpc = scope.add(DataAwsVpc, address, { id: subnet.vpcId }, { from });
  const group = scope.add(
    SecurityGroup,
    address,
    {
      name: notebook.securityGroup,
      description: 'A SageMaker notebook instance',
      vpcId: vpc.id,
      tags: tagsOf(notebook),
    },
    { from },
  );
  const https = { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: vpc.cidrBlock };
  const tags = tagsOf(notebook);
  scope.add(VpcSecurityGroupIngressRule, address, { securityGroupId: group.id, ...https, tags }, { from });
  const anywhere = { ipProtocol: '-1', cidrIpv4: '0.0.0.0/0', tags };
  scope.add(VpcSecurityGroupEgressRule, address, { securityGroupId: group.id, ...anywhere }, { from });
  return { subnetId: subnet.id, securityGroups: [group.id] };
}
