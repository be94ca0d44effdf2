import { AwsError } from '../answer';
import type { Gap, GapContext, Holding } from '../gap';
import type { Json } from '../request';
import { domain } from '../sagemaker/definitions';
import type { Entity } from '../sagemaker/entity';
import { lifeCycle } from '../sagemaker/life-cycle';
import { refuseUnknownScripts } from '../sagemaker/scripts';
import type { StudioStore } from '../sagemaker/store';
import { refuseUnknownSubnets } from '../sagemaker/subnets';

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
