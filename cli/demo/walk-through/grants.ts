import { GetDatabasesCommand, GlueClient } from '@aws-sdk/client-glue';
import { LakeFormationClient, ListPermissionsCommand } from '@aws-sdk/client-lakeformation';
import { asUser } from '../clients';
import type { Step } from '.';
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
    const own = all.filter(
      ({ Resource: on }) => on?.Database?.Name === database || on?.Table?.DatabaseName === database,
    );
    const lines = own.map(({ Principal: who, Permissions: what, Resource: on }) => {
      const role = who?.DataLakePrincipalIdentifier?.split('/').at(-1) ?? '';
      return `${role}: ${[...(what ?? [])].sort().join(', ')} on ${on?.Database ? 'the database' : 'its tables'}`;
    });
    check(`${String(own.length)} grants on it`, own.length > 0, all);
    for (const line of lines.sort()) check(`  ${line}`, true);
    const everyone = own.some(
      ({ Principal: who }) => who?.DataLakePrincipalIdentifier === 'IAM_ALLOWED_PRINCIPALS',
    );
    check('no grant to everyone whom IAM allows', !everyone, own);
  }
};
