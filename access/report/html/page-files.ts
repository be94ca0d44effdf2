import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What stands inside every page. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
}

/** `setup/report-page.js`, which the product must not load: it needs esbuild. */
interface Maker {
  reportPage(root: string): PageFiles;
}

let files: PageFiles | undefined;

/** The page's script and style: written by the build next to what is built; made at once where the sources run. */
export function pageFiles(): PageFiles {
  files ??= read();
  return files;
}

function read(): PageFiles {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const built = join(folder, 'report-page.json');
    if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8')) as PageFiles;
    const maker = join(folder, 'setup', 'report-page.js');
    if (existsSync(maker)) {
      const { reportPage } = createRequire(__filename)(maker) as Maker;
      return reportPage(folder);
    }
  }
  throw new Error('report-page.json is missing: npm run build makes it');
}
