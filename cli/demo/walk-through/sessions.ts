import { asRole } from '../clients';
import type { Step } from './tour';
import { moduleOf, parameter, publishes, rolePath } from './find';

/** A role that trusts a service only is refused to people, and so is a role that does not exist. */
export const refuseOtherSessions: Step = async (tour, check) => {
  const roles = moduleOf(tour, 'roles');
  if (!roles) return;
  const etl = rolePath(tour, roles.environment.domain, 'glue-etl', 'arn');
  if (!publishes(tour, etl)) return;
  const arn = await parameter(tour, etl);
  check(
    `refused to assume ${arn.split('/').at(-1) ?? ''}, which trusts AWS Glue only`,
    await refused(asRole(tour.sandbox, arn, 'demo')),
  );
  check(
    'refused to assume a role that does not exist',
    await refused(asRole(tour.sandbox, `${arn}-none`, 'demo')),
  );
};

async function refused(session: Promise<unknown>): Promise<boolean> {
  return session.then(
    () => false,
    () => true,
  );
}
