import { AwsError } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import { Placed } from '../../proxy/placed';
import type { Json } from '../../proxy/request';

/** The data cells filters of all accounts and regions. */
export class DataCellsFilters {
  private readonly kept = new Placed<Json>();

  create(place: Place, data: Json): void {
    if (this.kept.get(place, nameOf(data))) {
      throw new AwsError('AlreadyExistsException', `DataCellsFilter already exists: ${nameOf(data)}`);
    }
    this.kept.set(place, nameOf(data), { ...data, VersionId: '1' });
  }

  update(place: Place, data: Json): void {
    const version = Number(this.find(place, data)['VersionId']) + 1;
    this.kept.set(place, nameOf(data), { ...data, VersionId: String(version) });
  }

  delete(place: Place, asked: Json): void {
    this.find(place, asked);
    this.kept.delete(place, nameOf(asked));
  }

  /** The one that a call names; refused when there is none. */
  find(place: Place, asked: Json): Json {
    const found = this.kept.get(place, nameOf(asked));
    if (!found) throw new AwsError('EntityNotFoundException', 'Data cells filter not found.');
    return found;
  }

  /** Those of a table, or of all. */
  list(place: Place, table?: Json): Json[] {
    return this.kept
      .at(place)
      .filter(
        (one) =>
          !table || (one['DatabaseName'] === table['DatabaseName'] && one['TableName'] === table['Name']),
      );
  }

  all(): { readonly place: Place; readonly name: string }[] {
    return this.kept.all();
  }
}

function nameOf(data: Json): string {
  return ['DatabaseName', 'TableName', 'Name'].map((key) => String(data[key])).join('/');
}
