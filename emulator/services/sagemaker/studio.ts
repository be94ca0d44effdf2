import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext, Holding } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import { domain } from './definitions';
import type { Entity } from './entity';
import { lifeCycle } from './life-cycle';
import { refuseUnknownScripts } from './refusals';
import type { StudioStore } from './store';
import { refuseUnknownSubnets } from './subnets';

/** moto creates domains without an id, and cannot update them. */
export function sagemakerDomain(context: GapContext, store: StudioStore): Gap {
  const leftFileSystems: Holding[] = [];
  return lifeCycle(context, store, domain, {
    async refuseDangling(place, body) {
      await refuseUnknownSubnets(context, place, (body['SubnetIds'] ?? []) as string[]);
      refuseUnknownScripts(store, body);
    },
    refuseInUse: (entity) => refuseWhileInhabited(store, entity),
    remains(entity, request) {
      const retention = (request['RetentionPolicy'] as Json | undefined)?.['HomeEfsFileSystem'];
      if (retention === 'Delete') return;
      leftFileSystems.push({
        service: 'efs',
        type: 'file-system',
        id: String(entity.body['HomeEfsFileSystemId']),
      });
    },
    inventory: () => leftFileSystems,
  });
}

function refuseWhileInhabited(store: StudioStore, entity: Entity): void {
  for (const kind of ['App', 'UserProfile', 'Space'] as const) {
    if (store.list(entity.place, kind, { DomainId: entity.body['DomainId'] }).length === 0) continue;
    const id = String(entity.body['DomainId']);
    throw new AwsError(
      'ResourceInUse',
      `Unable to delete Domain [${id}] because ${kind}(s) are associated with it.`,
    );
  }
}
