import { defineModule } from '../../core/module/define-module';
import { checkEnvironment } from './check';
import { environmentConfig } from './config';
import { dashboardConditions } from './dashboards/question';
import { environmentFacts, factsOf } from './facts';
import { checkFiles } from './ownership/check';
import { neighbourhoodOf } from './part';
import { parts } from './parts';
import { checkRecord } from './record/check';
import { checkGone } from './record/gone';
import { recordEnvironment, recordShared } from './record/record';
import { checkRemovedDatasets } from './record/removed';
import { tablePresences } from './shares/question';
import { checkUserTags, environmentTags } from './tags';
import { build } from './module';

/** A workplace for teams in an account and region. */
export const environment = defineModule({
  name: 'environment',
  summary: 'A workplace for teams: roles, buckets, Athena, Studio, datasets and shares',
  config: environmentConfig,
  declares(config, names, context) {
    const facts = environmentFacts(config, names, context);
    const declared = parts.map((part) => part.declares?.(facts) ?? {});
    return {
      names: parts.flatMap((part) => part.names?.(facts) ?? []).map(({ kind, name }) => ({ kind, name })),
      publishes: parts.flatMap((part) => part.publishes?.(facts) ?? []).map((path) => names.path(path)),
      claims: declared.flatMap(({ claims = [] }) => claims),
      claimsIfFree: declared.flatMap(({ claimsIfFree = [] }) => claimsIfFree),
      after: [...new Set(declared.flatMap(({ after = [] }) => after))],
      contributes: declared.flatMap(({ contributes = [] }) => contributes),
      registers: declared.flatMap(({ registers = [] }) =>
        registers.map(({ bucket, prefix }) => ({ bucket: names.path(bucket), prefix })),
      ),
      follows: declared.flatMap(({ follows = [] }) => follows),
      reaches: declared.flatMap(({ reaches = [] }) => reaches),
    };
  },
  boundary: ({ permissionsBoundaryArn }) => permissionsBoundaryArn,
  tags: (config, names, context) =>
    environmentTags(environmentFacts(config, names, context), names.organization),
  check(config, names, context) {
    const facts = environmentFacts(config, names, context);
    return [
      ...checkEnvironment(facts, context),
      ...checkRecord(facts, context),
      ...parts.flatMap((part) => part.check?.(facts, context) ?? []),
    ];
  },
  namesInPlatform(_config, _names, view) {
    const neighbourhood = neighbourhoodOf(view);
    return parts
      .flatMap((part) => part.namesInPlatform?.(neighbourhood) ?? [])
      .map(({ kind, name }) => ({ kind, name }));
  },
  checkInPlatform(_config, _names, view) {
    const { own, siblings } = view;
    const neighbourhood = neighbourhoodOf(view);
    return [
      ...checkUserTags(own),
      ...checkRemovedDatasets(own, siblings),
      ...checkFiles(own),
      ...parts.flatMap((part) => part.checkInPlatform?.(neighbourhood) ?? []),
    ];
  },
  record: recordEnvironment,
  recordInPlatform: (record, _config, view) => recordShared(record, view),
  checkGone,
  build,
  questions(_config, { own, siblings }) {
    const facts = factsOf(own);
    return {
      presences: tablePresences(facts, siblings.map(factsOf)),
      conditions: dashboardConditions(facts),
    };
  },
});
