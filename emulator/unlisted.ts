import type { Holding } from './proxy/gap';
import type { Call } from './proxy';
import { jsonServices } from './services/json-services';

/** The services whose things the inventory knows how to list. */
const LISTED = new Set([
  ...jsonServices,
  ...[
    'ec2',
    'elasticfilesystem',
    'iam',
    'kms',
    'lakeformation',
    'lambda',
    'quicksight',
    'ram',
    's3',
    'sagemaker',
    'sns',
  ],
  // Sessions end by themselves, and reading needs no list.
  ...['sts', 'tagging', 'moto'],
]);

const MAKES = /^(Create|Put|Register|Run|Start|Import|Allocate|Publish|Enable|Associate|POST |PUT )/;

/**
 * Services that were asked to make something but are not listed: an inventory without them would call an
 * account clean that is not.
 */
export function unlisted(calls: readonly Call[]): Holding[] {
  const making = calls.filter(({ service, operation }) => !LISTED.has(service) && MAKES.test(operation));
  return making.map(({ service, operation }) => ({ service, type: 'unlisted', id: operation }));
}
