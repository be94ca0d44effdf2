import type { Backend } from '../../platform/platform';
import { child, type ConfigNode, type MapNode } from '../node';
import { error } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { innermost, booleanValue, literalText, type Levels } from './values';

/** The state backend of an environment; the innermost one that is written replaces the others whole. */
export function backend(levels: Levels, scope: TemplateScope): Backend {
  for (const level of [...levels].reverse()) {
    const terraform = child(level, 'terraform');
    const own = child(terraform, 'backend');
    const mdaa = child(child(child(child(terraform, 'override'), 'terraform'), 'backend'), 's3');
    if (own && mdaa) {
      const help = 'Remove `override`: `terraform.backend` says the same.';
      scope.report(
        error(
          'TL412',
          [
            { place: mdaa.place, words: 'the other way to write it' },
            { place: own.place, words: 'the backend' },
          ],
          '`terraform.backend` and `terraform.override` exclude each other',
          help,
        ),
      );
    }
    if (own?.kind === 'map') return ownBackend(own, scope);
    if (mdaa?.kind === 'map') return mdaaBackend(mdaa, scope);
  }
  return { kind: 'local', path: undefined };
}

function ownBackend(node: MapNode, scope: TemplateScope): Backend {
  const kinds = (['local', 's3', 'cloud'] as const).filter((kind) => node.entries.has(kind));
  const [kind = 'local'] = kinds;
  // One of another kind was reported as an unknown key.
  if (kinds.length > 1 || node.entries.size === 0) {
    const found = kinds.length === 0 ? 'names none' : `names ${kinds.join(' and ')}`;
    const message = `a backend is one of local, s3 and cloud; this one ${found}`;
    scope.report(error('TL412', node.place, message, 'Keep exactly one of them.'));
  }
  const block = child(node, kind);
  const text = (key: string) => literalText(innermost(asLevels(block), key), scope);
  switch (kind) {
    case 's3':
      return s3Backend(block, text, scope);
    case 'cloud':
      return {
        kind,
        organization: text('organization') ?? '',
        project: text('project'),
        hostname: text('hostname'),
      };
    case 'local':
      return { kind, path: relativeFolder(child(block, 'path'), text('path'), scope) };
  }
}

function s3Backend(
  block: ConfigNode | undefined,
  text: (key: string) => string | undefined,
  scope: TemplateScope,
): Backend {
  const lock = text('lock') === 'dynamodb' ? 'dynamodb' : 's3';
  const dynamodbTable = text('dynamodbTable');
  if (block && (lock === 'dynamodb') !== (dynamodbTable !== undefined)) {
    const help = 'Write `lock: dynamodb` and `dynamodbTable: <table>`, or leave both out.';
    scope.report(error('TL412', block.place, '`lock: dynamodb` and `dynamodbTable` go together', help));
  }
  const [region, kmsKeyId, assumeRoleArn] = [text('region'), text('kmsKeyId'), text('assumeRoleArn')];
  return { kind: 's3', bucket: text('bucket') ?? '', region, kmsKeyId, lock, dynamodbTable, assumeRoleArn };
}

function mdaaBackend(node: MapNode, scope: TemplateScope): Backend {
  const text = (key: string) => literalText(child(node, key), scope);
  const dynamodbTable = text('dynamodb_table');
  const lockFile = booleanValue(child(node, 'use_lockfile'), dynamodbTable === undefined, scope);
  return {
    kind: 's3',
    bucket: text('bucket') ?? '',
    region: text('region'),
    kmsKeyId: text('kms_key_id'),
    lock: lockFile ? 's3' : 'dynamodb',
    dynamodbTable: lockFile ? undefined : dynamodbTable,
    assumeRoleArn: text('role_arn'),
  };
}

/** Absolute paths would differ between machines. */
function relativeFolder(
  node: ConfigNode | undefined,
  path: string | undefined,
  scope: TemplateScope,
): string | undefined {
  if (path === undefined || !/^([/\\~]|[A-Za-z]:)/.test(path))
    return path?.replace(/^\.\//, '').replace(/\/+$/, '');
  const help = 'Write a path relative to the root file.';
  scope.report(error('TL412', node?.place, `"${path}" is not a relative path`, help));
  return undefined;
}

function asLevels(node: ConfigNode | undefined): Levels {
  return node?.kind === 'map' ? [node] : [];
}
