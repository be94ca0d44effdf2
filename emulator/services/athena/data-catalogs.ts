import { AwsError, jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';
import { regional } from '../service';

const OPERATION = /^(Create|Get|Update|Delete|List)DataCatalogs?$/;

/** moto can make data catalogs but not change or delete them, so they are kept here. */
export function athenaDataCatalogs(context: GapContext): Gap {
  const store = new Placed<Json>();
  return {
    name: 'athena-data-catalogs',
    matches: (request) => request.service === 'athena' && OPERATION.test(request.operation),
    async handle(request) {
      const place = await context.place(request);
      const { Tags, ...body } = request.json();
      const name = String(body['Name']);
      if (request.operation === 'ListDataCatalogs') {
        const summaries = store.at(place).map(({ Name, Type }) => ({ CatalogName: Name, Type }));
        return jsonAnswer({ DataCatalogsSummary: summaries });
      }
      const before = store.get(place, name);
      if (request.operation === 'CreateDataCatalog') {
        if (before) throw invalid(`DataCatalog ${name} already exists`);
        store.set(place, name, { ...body, Status: 'CREATE_COMPLETE' });
        const arn = `arn:aws:athena:${place.region}:${place.account}:datacatalog/${name}`;
        await context.moto.json(place, 'athena', 'AmazonAthena.TagResource', {
          ResourceARN: arn,
          Tags: Tags ?? [],
        });
        return jsonAnswer({ DataCatalog: { ...body, Status: 'CREATE_COMPLETE' } });
      }
      if (!before) throw invalid(`DataCatalog ${name} was not found`);
      if (request.operation === 'UpdateDataCatalog') store.set(place, name, { ...before, ...body });
      if (request.operation === 'DeleteDataCatalog') store.delete(place, name);
      return jsonAnswer({ DataCatalog: store.get(place, name) ?? { ...before, Status: 'DELETE_COMPLETE' } });
    },
    inventory: () =>
      store.all().map(({ place, name }) => ({
        service: 'athena',
        type: 'data catalog',
        id: regional(place, name),
      })),
  };
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidRequestException', message);
}
