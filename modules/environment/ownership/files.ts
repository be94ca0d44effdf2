import type { ConfigPath } from '../../../core/config/locate';
import type { Module } from '../../../core/platform/platform';
import { Text } from '../../../core/platform/text';
import type { EnvironmentConfig } from '../config';
import { objectKinds, objectsOf, type OwnedObject } from '../record/references';

/** What of an environment a file holds. */
export interface FileContent {
  /** Keys of the environment itself: then it is the owner's. */
  readonly environment: boolean;
  /** Objects of teams, or parts of them, by the line where they begin here. */
  readonly objects: readonly ObjectInFile[];
}

export interface ObjectInFile extends OwnedObject {
  readonly path: ConfigPath;
  readonly line: number;
}

/** What the files of an environment hold, by file. An object that is written in several files is in each of them. */
export function filesOf(module: Pick<Module, 'config' | 'locate'>): ReadonlyMap<string, FileContent> {
  const config = module.config as EnvironmentConfig;
  const environment = new Set<string>();
  const objects = new Map<string, Map<string, ObjectInFile>>();
  for (const [key, value] of Object.entries(config)) {
    if (Object.hasOwn(objectKinds, key)) continue;
    for (const path of pathsIn(value, [key])) environment.add(module.locate(path).file);
  }
  for (const object of objectsOf(config)) {
    const own: ConfigPath = [object.kind, object.key];
    for (const path of pathsIn(config[object.kind][object.key], own)) {
      const { file, line } = module.locate(path);
      const here = objects.get(file) ?? new Map<string, ObjectInFile>();
      objects.set(file, here);
      const known = here.get(own.join('/'));
      if (!known || line < known.line) here.set(own.join('/'), { ...object, path, line });
    }
  }
  return new Map(
    [...new Set([...environment, ...objects.keys()])].map((file) => [
      file,
      {
        environment: environment.has(file),
        objects: [...(objects.get(file)?.values() ?? [])].sort((a, b) => a.line - b.line),
      },
    ]),
  );
}

/** The path of a value and of everything in it; what was written as one leaf is one. */
function pathsIn(value: unknown, path: ConfigPath): readonly ConfigPath[] {
  if (Array.isArray(value))
    return [path, ...value.flatMap((item: unknown, index) => pathsIn(item, [...path, index]))];
  if (typeof value !== 'object' || value === null || value instanceof Text) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}
