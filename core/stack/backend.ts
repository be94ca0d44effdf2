import {
  LocalBackend,
  S3Backend,
  TerraformBackend,
  type TerraformRemoteState,
  type TerraformStack,
} from 'cdktf';
import type { Backend } from '../platform/platform';
import type { StackPlan } from '../platform/stacks';

/** Gives the stack its state backend: exactly one `backend` or `cloud` block. */
export function createBackend(stack: TerraformStack, plan: StackPlan): void {
  const backend = plan.environment.backend;
  switch (backend.kind) {
    case 'local':
      // Relative to cdktf.out/stacks/<id>, where Terraform runs: an absolute path would differ between machines.
      new LocalBackend(stack, { path: `../../../${backend.path ?? 'state'}/${plan.stateKey}` });
      return;
    case 's3':
      s3Backend(stack, backend, plan);
      return;
    case 'cloud':
      new WorkspaceBackend(stack, backend, plan.workspace);
      return;
    default:
      backend satisfies never;
  }
}

function s3Backend(stack: TerraformStack, backend: Extract<Backend, { kind: 's3' }>, plan: StackPlan): void {
  const { region, kmsKeyId, dynamodbTable, assumeRoleArn } = backend;
  const block = new S3Backend(stack, {
    bucket: backend.bucket,
    key: plan.stateKey,
    encrypt: true,
    ...(region !== undefined && { region }),
    ...(kmsKeyId !== undefined && { kmsKeyId }),
    ...(dynamodbTable !== undefined && { dynamodbTable }),
    ...(assumeRoleArn !== undefined && { assumeRole: { roleArn: assumeRoleArn } }),
  });
  // cdktf 0.21 does not know the native lock of Terraform 1.10.
  if (backend.lock === 's3') block.addOverride('use_lockfile', true);
}

/**
 * HCP Terraform's `cloud` block with one named workspace. CDKTF's own class runs `terraform version` once per
 * stack at synthesis and fails where there is no Terraform.
 */
class WorkspaceBackend extends TerraformBackend {
  constructor(
    stack: TerraformStack,
    private readonly block: Extract<Backend, { kind: 'cloud' }>,
    private readonly workspace: string,
  ) {
    super(stack, 'backend', 'cloud');
  }

  override toTerraform(): object {
    const { organization, project, hostname } = this.block;
    return {
      terraform: {
        cloud: {
          organization,
          ...(hostname !== undefined && { hostname }),
          workspaces: { name: this.workspace, ...(project !== undefined && { project }) },
        },
      },
    };
  }

  override toMetadata(): object {
    const { hostname } = this.block;
    const own = hostname === undefined || hostname === 'app.terraform.io';
    return { backend: 'cloud', cloud: own ? 'tfc' : 'tfe' };
  }

  /** @throws always: no token crosses a stack */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error('stacks of a platform share parameters, never their state');
  }
}
