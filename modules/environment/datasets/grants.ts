import type { Referable } from '../../../core/provider/made';
import { LakeformationResource } from '../../../core/provider/aws';
import { grant, grantLocation } from '../../../core/aws/lake-formation';
import type { ModuleScope, Role } from '../../../core/module/scope';
import type { DatasetFacts } from './facts';

/** Who governs a dataset. */
export interface Governors {
  readonly role: Role;
  readonly owner: Role;
  /** ARN of the pivot role, where there is one. */
  readonly pivotArn: string | undefined;
}

const onDatabase = ['ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
// Not ALL, which Lake Formation answers with what it stands for: every plan would show a change.
const onTables = ['ALTER', 'DELETE', 'DESCRIBE', 'INSERT', 'SELECT'];

/** Registers the bucket with Lake Formation, so that tables are read and written as it says: with the dataset's role. */
export function registerBucket(
  scope: ModuleScope,
  { key, bucketArn, from }: DatasetFacts,
  role: Role,
): Referable & { readonly arn: string } {
  return scope.add(
    LakeformationResource,
    ['dataset', key],
    { arn: bucketArn, roleArn: role.arn, useServiceLinkedRole: false, hybridAccessEnabled: false },
    { after: ['lake formation settings'], from },
  );
}

/**
 * What the owner, the pivot role and the crawler may do with the database and all its tables. The owner and the pivot
 * role may pass it on in Lake Formation; the role of the crawler has nobody to pass it on to.
 */
export function governDataset(
  scope: ModuleScope,
  dataset: DatasetFacts,
  database: string,
  locationArn: string,
  { role, owner, pivotArn }: Governors,
): void {
  const { key, from } = dataset;
  const governing: readonly (readonly [who: string, arn: string, passesOn: boolean])[] = [
    ['role', role.arn, false],
    ['owner', owner.arn, true],
    ...(pivotArn === undefined ? [] : [['pivot', pivotArn, true] as const]),
  ];
  for (const [who, principal, passesOn] of governing) {
    const all = (permissions: readonly string[]) => ({
      principal,
      permissions: [...permissions],
      ...(passesOn && { permissionsWithGrantOption: [...permissions] }),
    });
    const address = ['dataset', key, who];
    grant(scope, [...address, 'database'], { ...all(onDatabase), database: { name: database } }, from);
    const table = { databaseName: database, wildcard: true };
    grant(scope, [...address, 'tables'], { ...all(onTables), table }, from);
  }
  // Who makes tables must be let point them to the bucket.
  for (const [who, principal] of [['role', role.arn] as const, ['owner', owner.arn] as const]) {
    grantLocation(scope, ['dataset', key, who], { principal, arn: locationArn, from });
  }
}
