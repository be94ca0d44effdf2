import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NamedFile, RelativePath } from '../platform/named-file';

/** The content of a file named in YAML, or undefined where it cannot be read. */
export function readNamedFile(path: RelativePath): NamedFile | undefined {
  try {
    return read(path.written, resolve(path.folder, path.written));
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
      .map((file) => read(file.slice(root.length + 1).replaceAll('\\', '/'), file));
  } catch {
    return undefined;
  }
}

function read(name: string, file: string): NamedFile {
  const bytes = readFileSync(file);
  const content = bytes.toString('utf8');
  return { name, content, ...(!isUtf8(bytes) && { base64: bytes.toString('base64') }) };
}
