import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext, Holding } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import { regional } from '../service';
import { app, domain, lifecycleConfig, space, trackingServer, userProfile } from './definitions';
import { lifeCycle } from './life-cycle';
import { refuseScriptInUse, refuseUnknownScripts, refuseUnknownSubnets } from './refusals';
import type { Definition, Entity, StudioStore } from './store';

/** moto has no apps. */
export function sagemakerApp(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, app, {
    refuseDangling: (place, body) => void store.find(place, body['SpaceName'] ? space : userProfile, body),
  });
}

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
        id: regional(entity.place, String(entity.body['HomeEfsFileSystemId'])),
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

/** moto has no Studio lifecycle configurations. */
export function sagemakerLifecycleConfig(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, lifecycleConfig, {
    refuseInUse: (entity) => refuseScriptInUse(store, entity),
  });
}

/** moto has no MLflow tracking servers. */
export function sagemakerMlflow(context: GapContext, store: StudioStore): Gap {
  return lifeCycle(context, store, trackingServer);
}

/** moto has no spaces. */
export function sagemakerSpace(context: GapContext, store: StudioStore): Gap {
  return resident(context, store, space, 'SpaceName');
}

/** moto has no user profiles. */
export function sagemakerUserProfile(context: GapContext, store: StudioStore): Gap {
  return resident(context, store, userProfile, 'UserProfileName');
}

/** Who lives in a domain, and has apps there. */
function resident(
  context: GapContext,
  store: StudioStore,
  definition: Definition,
  key: 'SpaceName' | 'UserProfileName',
): Gap {
  return lifeCycle(context, store, definition, {
    refuseDangling(place, body) {
      store.find(place, domain, body);
      refuseUnknownScripts(store, body);
    },
    refuseInUse({ place, body }) {
      const { DomainId, [key]: name } = body;
      if (store.list(place, 'App', { DomainId, [key]: name }).length === 0) return;
      const what = `${definition.kind} [${String(name)}]`;
      throw new AwsError('ResourceInUse', `Unable to delete ${what}: it has apps.`);
    },
  });
}
