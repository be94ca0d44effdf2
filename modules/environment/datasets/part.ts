import type { Part } from '../part';
import { checkDatasets } from './check';
import { checkSharedThings } from './check-in-platform';
import { datasetsOf } from './facts';
import { datasetNames, datasetPaths } from './names';

/** The datasets that teams own. */
export const datasetsPart: Part = {
  names: (facts) => datasetsOf(facts).flatMap(datasetNames),
  publishes: (facts) => datasetsOf(facts).flatMap(datasetPaths),
  declares: (facts) => ({
    registers: datasetsOf(facts).map(({ key }) => ({ bucket: `dataset/${key}/bucket/name`, prefix: '' })),
  }),
  check: checkDatasets,
  checkInPlatform: checkSharedThings,
};
