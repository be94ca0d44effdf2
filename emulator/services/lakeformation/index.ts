import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import { regional, type Lister, type Service } from '../service';
import { DataCellsFilters, lakeFormationFilters } from './filters';
import type { GrantStore } from './grant-store';
import { lakeFormationGrants } from './grants';
import { lakeFormationResources } from './locations';
import { refuseUnknownPrincipal } from './refusals';

/** Lake Formation: grants and filters are kept here, locations completed, administrators have to exist. */
export function lakeFormation(context: GapContext, grants: GrantStore): Service {
  const filters = new DataCellsFilters();
  return {
    name: 'lakeformation',
    gaps: [
      lakeFormationFilters(context, filters),
      lakeFormationGrants(context, filters, grants),
      lakeFormationResourceTags,
      lakeFormationResources(context),
      lakeFormationSettings(context),
    ],
    list: listLocationsAndTags,
  };
}

/** moto crashes on the tags of a table that has none; AWS answers without any. */
const lakeFormationResourceTags: Gap = {
  name: 'lakeformation-resource-tags',
  matches: (request) => request.service === 'lakeformation' && request.operation === 'GetResourceLFTags',
  async handle(request, forward) {
    const answer = await forward(request);
    return answer.status === 500 && request.json()['Resource'] ? jsonAnswer({}) : answer;
  },
};

/** moto makes anyone a data lake administrator; AWS refuses who does not exist. */
function lakeFormationSettings(context: GapContext): Gap {
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

/** The settings are always there, so they are not listed. */
const listLocationsAndTags: Lister = async (moto, place) => {
  const post = async (path: string): Promise<Json> =>
    JSON.parse(await moto.get(place, 'lakeformation', path, 'POST', {})) as Json;
  const { ResourceInfoList } = await post('/ListResources');
  const { LFTags } = await post('/ListLFTags');
  const locations = ((ResourceInfoList ?? []) as Json[]).map((one) => ['location', one['ResourceArn']]);
  const tags = ((LFTags ?? []) as Json[]).map((one) => ['tag', one['TagKey']]);
  return [...locations, ...tags].map(([type, name]) => ({
    service: 'lakeformation',
    type: String(type),
    id: regional(place, String(name)),
  }));
};
