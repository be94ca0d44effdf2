import { AwsError, jsonAnswer, type Answer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import type { AwsRequest, Json } from '../../proxy/request';
import type { DataCellsFilters } from './filters';
import { grantOf } from './grant';
import type { GrantStore } from './grant-store';
import { refuseUnknownPrincipal, refuseUnknownTarget, refuseUnregisteredLocation } from './refusals';

const OPERATIONS = new Set([
  'GrantPermissions',
  'RevokePermissions',
  'BatchGrantPermissions',
  'BatchRevokePermissions',
  'ListPermissions',
]);

/**
 * Grants are kept here, not in moto: it cannot list a wildcard beside a table, never says that there is
 * nothing to revoke, and takes grants to and on what does not exist.
 */
export function lakeFormationGrants(context: GapContext, filters: DataCellsFilters, store: GrantStore): Gap {
  return {
    name: 'lakeformation-grants',
    matches: (request) => request.service === 'lakeformation' && OPERATIONS.has(request.operation),
    async handle(request) {
      const place = await context.place(request);
      const body = request.json();
      return new Grants(store, context, filters, place, String(body['CatalogId'] ?? place.account)).answer(
        request,
        body,
      );
    },
    inventory: () =>
      store.all().map(({ place, grant }) => ({
        service: 'lakeformation',
        type: 'grant',
        id: `${place} ${grant.Principal.DataLakePrincipalIdentifier} ${JSON.stringify(grant.Resource)}`,
      })),
  };
}

class Grants {
  constructor(
    private readonly store: GrantStore,
    private readonly context: GapContext,
    private readonly filters: DataCellsFilters,
    private readonly place: Place,
    private readonly catalogId: string,
  ) {}

  async answer(request: AwsRequest, body: Json): Promise<Answer> {
    switch (request.operation) {
      case 'GrantPermissions':
        await this.grant(body);
        return jsonAnswer({});
      case 'RevokePermissions':
        this.store.revoke(this.place, this.catalogId, grantOf(body));
        return jsonAnswer({});
      case 'BatchGrantPermissions':
        return this.each(body, (entry) => this.grant(entry));
      case 'BatchRevokePermissions':
        return this.each(body, async (entry) =>
          this.store.revoke(this.place, this.catalogId, grantOf(entry)),
        );
      default:
        return this.list(body);
    }
  }

  private async grant(body: Json): Promise<void> {
    const grant = grantOf(body);
    const { moto } = this.context;
    await refuseUnknownPrincipal(moto, this.place, grant.Principal.DataLakePrincipalIdentifier);
    await refuseUnregisteredLocation(moto, this.place, grant.Resource);
    await refuseUnknownTarget(moto, this.place, grant.Resource);
    const filter = grant.Resource['DataCellsFilter'] as Json | undefined;
    if (filter) this.filters.find(this.place, filter);
    this.store.grant(this.place, this.catalogId, grant);
  }

  private async each(body: Json, act: (entry: Json) => Promise<void>): Promise<Answer> {
    const failures: Json[] = [];
    for (const entry of (body['Entries'] ?? []) as Json[]) {
      await act(entry).catch((error: unknown) => {
        if (!(error instanceof AwsError)) throw error;
        failures.push({ RequestEntry: entry, Error: { ErrorCode: error.code, ErrorMessage: error.message } });
      });
    }
    return jsonAnswer({ Failures: failures });
  }

  private list(body: Json): Answer {
    const principal = (body['Principal'] as Json | undefined)?.['DataLakePrincipalIdentifier'];
    const grants = this.store.list(this.place, this.catalogId, {
      principal: principal as string | undefined,
      resource: body['Resource'] as Json | undefined,
      resourceType: body['ResourceType'] as string | undefined,
    });
    return jsonAnswer({ PrincipalResourcePermissions: grants });
  }
}
