import type { StackPlan } from '../platform/stacks';
import type { Block } from './attributes';

/** Where the state of a stack lives, as Terraform has it: exactly one `backend` or `cloud` block. */
export interface BackendBlock {
  readonly kind: 'local' | 's3' | 'cloud';
  readonly block: Block;
  /** What CDKTF's own types do not know. */
  readonly raw: Block;
  /** HCP Terraform, or an installation of one's own. */
  readonly cloud: 'tfc' | 'tfe' | undefined;
}

/** The backend of a stack. */
export function backendOf({ environment: { backend }, stateKey, workspace }: StackPlan): BackendBlock {
  switch (backend.kind) {
    case 'local':
      // Relative to cdktf.out/stacks/<id>, where Terraform runs: an absolute path would differ between machines.
      return {
        kind: 'local',
        block: { path: `../../../${backend.path ?? 'state'}/${stateKey}` },
        raw: {},
        cloud: undefined,
      };
    case 's3': {
      const { bucket, region, kmsKeyId, lock, dynamodbTable, assumeRoleArn } = backend;
      const block = {
        bucket,
        key: stateKey,
        encrypt: true,
        ...(region !== undefined && { region }),
        ...(kmsKeyId !== undefined && { kms_key_id: kmsKeyId }),
        ...(dynamodbTable !== undefined && { dynamodb_table: dynamodbTable }),
        ...(assumeRoleArn !== undefined && { assume_role: { role_arn: assumeRoleArn } }),
      };
      // CDKTF 0.21 does not know the native lock of Terraform 1.10.
      return { kind: 's3', block, raw: lock === 's3' ? { use_lockfile: true } : {}, cloud: undefined };
    }
    case 'cloud': {
      const { organization, project, hostname } = backend;
      const block = {
        organization,
        ...(hostname !== undefined && { hostname }),
        workspaces: { name: workspace, ...(project !== undefined && { project }) },
      };
      const own = hostname === undefined || hostname === 'app.terraform.io';
      return { kind: 'cloud', block, raw: {}, cloud: own ? 'tfc' : 'tfe' };
    }
  }
}
