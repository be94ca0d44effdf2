import { nearest } from '../../../core/config/nearest';
import type { ModuleFinding } from '../../../core/module/define-module';
import { datasetsOf } from '../datasets/facts';
import type { Neighbourhood } from '../part';
import { beyondConsent, consentLine } from './consent';
import { environmentOf, requestsOf, type Share } from './resolve';

/** What a request still needs from the owner, and whether it has ended. */
export function checkConsent(share: Share): readonly ModuleFinding[] {
  return [...waiting(share), ...ended(share)];
}

/** Consents to what nobody asks for. */
export function checkAccepts({ own, all, leftOut }: Neighbourhood): readonly ModuleFinding[] {
  const shares = all.flatMap(requestsOf);
  return datasetsOf(own).flatMap((dataset) =>
    Object.keys(dataset.config.accepts).flatMap((path): readonly ModuleFinding[] => {
      const share = shares.find((each) => each.path === path);
      if (share?.datasetPath === dataset.path || leftOut.has(environmentOf(path))) return [];
      const asking = shares
        .filter(({ datasetPath }) => datasetPath === dataset.path)
        .map((each) => each.path);
      const near = nearest(path, asking);
      const message = share
        ? `the share ${path} asks for ${share.datasetPath}, not for ${dataset.path}`
        : `no share is called ${path}: the consent has no effect`;
      const help = near === undefined ? 'Remove it.' : `Did you mean ${near}? Otherwise remove it.`;
      return [
        { severity: 'warning', code: 'TL308', message, help, path: [...dataset.from, 'accepts', path] },
      ];
    }),
  );
}

function waiting({ path, dataset, config, consent, permissions, from }: Share): readonly ModuleFinding[] {
  if (!dataset) return [];
  const missing = [
    ...config.permissions.filter((permission) => !permissions.includes(permission)),
    ...(consent ? beyondConsent(config, consent) : []),
  ];
  if (missing.length === 0) return [];
  const what =
    permissions.length === 0 ? 'the share grants nothing' : `the share does not grant ${missing.join(', ')}`;
  const line = consentLine(path, config);
  return [
    {
      severity: 'note',
      code: 'TL427',
      message: `${what}: it waits for the owner's consent (${dataset.config.team})`,
      help: `The owner adds \`${line}\` to \`datasets.${dataset.key}.accepts\` of ${dataset.environment.path}.`,
      path: from,
    },
  ];
}

function ended({ expired, ends, accepted, config, from }: Share): readonly ModuleFinding[] {
  if (!expired || !accepted || ends === undefined) return [];
  const byRequest = config.expires === ends;
  return [
    {
      severity: 'warning',
      code: 'TL427',
      message: `the share ended on ${ends}: its grants are dropped, and its policies allow nothing any more`,
      help: byRequest
        ? 'Set a later `expires:`, or remove the share.'
        : 'Ask the owner for a later `until:`, or remove the share.',
      path: byRequest ? [...from, 'expires'] : from,
    },
  ];
}
