import { suggestion } from '../../core/config/nearest';
import { plainPrefix } from '../../core/aws/location';
import type { ModuleFinding } from '../../core/module/define-module';
import type { DatalakeConfig, ZoneConfig } from './config';

type Path = readonly (string | number)[];

/** Names that stand for nothing, one path registered twice, and what is accepted without an effect. */
export function checkDatalake(config: DatalakeConfig): readonly ModuleFinding[] {
  return [
    ...Object.entries(config.accessPolicies).flatMap(([key, { rule }]) =>
      (['ReadRoles', 'ReadWriteRoles', 'ReadWriteSuperRoles'] as const).flatMap((level) =>
        unknown('logical role', rule[level], config.roles, ['accessPolicies', key, 'rule', level]),
      ),
    ),
    ...Object.entries(config.buckets).flatMap(([zone, bucket]) =>
      checkZone(config, ['buckets', zone], bucket),
    ),
  ];
}

function checkZone(config: DatalakeConfig, path: Path, bucket: ZoneConfig): readonly ModuleFinding[] {
  const lifecycle = bucket.lifecycleConfiguration;
  return [
    ...unknown('access policy', bucket.accessPolicies, config.accessPolicies, [...path, 'accessPolicies']),
    ...(lifecycle === undefined || Object.hasOwn(config.lifecycleConfigurations, lifecycle)
      ? []
      : [
          unknownName('lifecycle configuration', lifecycle, config.lifecycleConfigurations, [
            ...path,
            'lifecycleConfiguration',
          ]),
        ]),
    ...registeredTwice(path, bucket),
    ...(bucket.createFolderSkeleton === undefined ? [] : [noFolders([...path, 'createFolderSkeleton'])]),
  ];
}

function registeredTwice(path: Path, { lakeFormationLocations }: ZoneConfig): readonly ModuleFinding[] {
  const seen = new Map<string, string>();
  return Object.entries(lakeFormationLocations).flatMap(([name, { prefix }]): readonly ModuleFinding[] => {
    const first = seen.get(plainPrefix(prefix));
    seen.set(plainPrefix(prefix), first ?? name);
    if (first === undefined) return [];
    const message = `"${prefix}" is registered by "${first}" already`;
    const help = 'Lake Formation takes a path once: leave out one of the two.';
    return [
      { severity: 'error', code: 'TL502', message, help, path: [...path, 'lakeFormationLocations', name] },
    ];
  });
}

function unknown(
  what: string,
  names: readonly string[],
  known: object,
  path: Path,
): readonly ModuleFinding[] {
  return names.flatMap((name, index) =>
    Object.hasOwn(known, name) ? [] : [unknownName(what, name, known, [...path, index])],
  );
}

function unknownName(what: string, name: string, known: object, path: Path): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL308',
    message: `unknown ${what} "${name}"`,
    help: suggestion(name, Object.keys(known)),
    path,
  };
}

function noFolders(path: Path): ModuleFinding {
  const message = 'folder markers are never made';
  return {
    severity: 'note',
    code: 'TL602',
    message,
    help: 'Leave the option out: S3 needs no folders.',
    path,
  };
}
