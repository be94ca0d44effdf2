import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NamedFile, RelativePath } from '../platform/named-file';

/** The content of a file named in YAML, or undefined where it cannot be read. */
export function readNamedFile(path: RelativePath): NamedFile | undefined {
  try {
    return { name: path.written, content: readFileSync(resolve(path.folder, path.written), 'utf8') };
  } catch {
    return undefined;
  }
}

/** All files below a folder named in YAML, names relative to it and sorted; undefined where it cannot be read. */
export function readFolder(path: RelativePath): readonly NamedFile[] | undefined {
  try {
    const root = resolve(path.folder, path.written);
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({
        name: file.slice(root.length + 1).replaceAll('\\', '/'),
        content: readFileSync(file, 'utf8'),
      }));
  } catch {
    return undefined;
  }
}
