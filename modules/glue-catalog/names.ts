import type { Names } from '../../core/naming/names';

/** Physical names of what the module makes; catalogs for Athena are named by the user. */
export function catalogNames(names: Names) {
  return { key: names.resource(undefined, 256), share: names.resource('glue-catalog-kms-key-param') };
}

/** Where the ARN of the key is published besides, the same in every organization. */
export const keyParameter = '/glue-catalog-settings/catalog-kms-key';
