import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { error, type Place, type Report } from '../../diagnostics/diagnostic';
import type { ConfigNode } from './node';
import { markPlaceholders } from './placeholders';
import type { SourceFile } from '../platform/platform';
import { parseYaml } from './yaml-to-node';

/** Reads YAML files into nodes, each file once. Problems go to `report`; the answer is then undefined. */
export class Reader {
  private readonly read = new Map<string, ConfigNode | undefined>();
  private readonly found: SourceFile[] = [];

  /** @param folder the root file's folder; files are named relative to it in every {@link Place} */
  constructor(
    readonly folder: string,
    private readonly report: Report,
  ) {}

  /** The files that were read so far. */
  get files(): readonly SourceFile[] {
    return this.found;
  }

  /** The root file; `!include` does not work in it. */
  root(file: string): ConfigNode | undefined {
    return this.file(file, undefined, false);
  }

  /** A file named at `namedAt`, by a path relative to the root file's folder. */
  named(path: string, namedAt: Place): ConfigNode | undefined {
    return this.file(path, namedAt, true);
  }

  private file(path: string, namedAt: Place | undefined, includes: boolean): ConfigNode | undefined {
    const absolute = resolve(this.folder, path);
    if (this.read.has(absolute)) return this.read.get(absolute);
    const node = this.parse(absolute, namedAt, includes);
    this.read.set(absolute, node);
    return node;
  }

  private parse(absolute: string, namedAt: Place | undefined, includes: boolean): ConfigNode | undefined {
    const file = this.nameOf(absolute);
    const text = this.text(absolute, file, namedAt);
    if (text === undefined) return undefined;
    this.found.push({ file });
    const include = (path: string, place: Place) => {
      const included = resolve(dirname(absolute), path);
      this.found.push({ file: this.nameOf(included), includedBy: file });
      return this.text(included, path, place);
    };
    const node = parseYaml(text, file, this.report, includes ? include : undefined);
    return node && markPlaceholders(node, this.report);
  }

  private nameOf(absolute: string): string {
    return relative(this.folder, absolute).replaceAll('\\', '/');
  }

  private text(absolute: string, name: string, namedAt: Place | undefined): string | undefined {
    try {
      return readFileSync(absolute, 'utf8');
    } catch (cause) {
      const place = namedAt ?? { file: name, line: 1, column: 1 };
      this.report(error('TL101', place, `${name} ${reason(cause)}`, 'Check the path and the permissions.'));
      return undefined;
    }
  }
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'does not exist';
  if (code === 'EISDIR') return 'is a folder, not a file';
  return 'cannot be read';
}
