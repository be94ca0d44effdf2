import { resource, type StackJson } from '../../support/synth';

/** A role that the tests know completely, so that nothing is looked up. */
export function role(name: string) {
  return { id: `AROA${name.toUpperCase()}`, arn: roleArn(name), name };
}

export function roleArn(name: string): string {
  return `arn:aws:iam::111111111111:role/${name}`;
}

/** The required options, and what a test adds. */
export function settings(added: Readonly<Record<string, unknown>> = {}) {
  return { lakeFormationAdminRoles: [role('admin')], iamAllowedPrincipalsDefault: false, ...added };
}

/** The one resource that the module is about. */
export function made(json: StackJson) {
  return resource(json, 'aws_lakeformation_data_lake_settings');
}

export const deployer = '${terraform_data.deployer.output}';
