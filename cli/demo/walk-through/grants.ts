import { GetDatabasesCommand, GlueClient } from '@aws-sdk/client-glue';
import {
  LakeFormationClient,
  ListPermissionsCommand,
  type PrincipalResourcePermissions,
  type Resource,
} from '@aws-sdk/client-lakeformation';
import { asUser } from '../clients';
import type { Step } from './tour';
import { moduleOf, parameter } from './find';

/** Lists the project's databases and who was granted what on them. */
export const findGrants: Step = async (tour, check) => {
  const project = moduleOf(tour, 'dataops-project');
  if (!project) return;
  const settings = asUser(tour.sandbox);
  const glue = new GlueClient({ ...settings });
  const lakeFormation = new LakeFormationClient({ ...settings });
  const existing = ((await glue.send(new GetDatabasesCommand({}))).DatabaseList ?? []).map(
    ({ Name }) => Name,
  );
  for (const path of project.module.declaration.publishes.filter((p) => p.includes('/databaseName/'))) {
    const database = await parameter(tour, path);
    check(`database ${database} exists`, existing.includes(database), existing);
    const { PrincipalResourcePermissions: all = [] } = await lakeFormation.send(
      new ListPermissionsCommand({}),
    );
    const own = all.filter(({ Resource: on }) => databaseOf(on) === database);
    check(`${String(own.length)} grants on it`, own.length > 0, all);
    for (const line of summary(own)) check(`  ${line}`, true);
    const everyone = own.some(
      ({ Principal: who }) => who?.DataLakePrincipalIdentifier === 'IAM_ALLOWED_PRINCIPALS',
    );
    check('no grant to everyone whom IAM allows', !everyone, own);
  }
};

function databaseOf(on: Resource | undefined): string | undefined {
  return on?.Database?.Name ?? on?.Table?.DatabaseName ?? on?.TableWithColumns?.DatabaseName;
}

/** A line for each principal and kind of resource. AWS lists SELECT apart from the other permissions on tables. */
function summary(grants: readonly PrincipalResourcePermissions[]): readonly string[] {
  const lines = new Map<string, Set<string>>();
  for (const { Principal: who, Permissions: what, Resource: on } of grants) {
    const role = who?.DataLakePrincipalIdentifier?.split('/').at(-1) ?? '';
    const key = `${role} on ${on?.Database ? 'the database' : 'its tables'}`;
    lines.set(key, new Set([...(lines.get(key) ?? []), ...(what ?? [])]));
  }
  return [...lines].map(([key, permissions]) => `${key}: ${[...permissions].sort().join(', ')}`).sort();
}
