import { AthenaClient, GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { asRole, asUser } from '../clients';
import type { Step } from './tour';
import { moduleOf, parameter, publishes, rolePath } from './find';

/** Assumes data-user and finds the workgroup for queries over the lake. */
export const findWorkgroup: Step = async (tour, check) => {
  const athena = moduleOf(tour, 'athena-workgroup');
  if (!athena) return;
  const user = rolePath(tour, athena.environment.domain, 'data-user', 'arn');
  const settings = publishes(tour, user)
    ? await asRole(tour.sandbox, await parameter(tour, user), 'demo-user')
    : asUser(tour.sandbox);
  if (publishes(tour, user)) check('assumed data-user', true);
  const WorkGroup = await parameter(tour, athena.module.names.path('workgroup/name'));
  const found = (await new AthenaClient({ ...settings }).send(new GetWorkGroupCommand({ WorkGroup })))
    .WorkGroup;
  const output = found?.Configuration?.ResultConfiguration;
  const encrypted = output?.EncryptionConfiguration?.EncryptionOption === 'SSE_KMS';
  check(`workgroup ${WorkGroup} writes to ${output?.OutputLocation ?? ''}, encrypted`, encrypted, found);
};
