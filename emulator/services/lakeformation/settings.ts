import type { Gap, GapContext } from '../../proxy/gap';
import { refuseUnknownPrincipal } from './refusals';
import type { Json } from '../../proxy/request';

/** moto makes anyone a data lake administrator; AWS refuses who does not exist. */
export function lakeFormationSettings(context: GapContext): Gap {
  return {
    name: 'lakeformation-settings',
    matches: (request) => request.service === 'lakeformation' && request.operation === 'PutDataLakeSettings',
    async handle(request, forward) {
      const place = await context.place(request);
      const settings = (request.json()['DataLakeSettings'] ?? {}) as Json;
      for (const key of ['DataLakeAdmins', 'ReadOnlyAdmins']) {
        for (const admin of (settings[key] ?? []) as { DataLakePrincipalIdentifier: string }[]) {
          await refuseUnknownPrincipal(context.moto, place, admin.DataLakePrincipalIdentifier);
        }
      }
      return forward(request);
    },
  };
}
