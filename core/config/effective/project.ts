import type * as z from 'zod';
import { objectKeys } from '../validate/schema-at';
import { child, type MapEntry, type MapNode } from '../node';
import type { ProjectReference, TemplateScope } from '../template/scope';
import { literalText } from './values';

/**
 * What a module that belongs to a dataops project takes from it unless the YAML says otherwise. MDAA has a
 * fifth, `deploymentRoleArn`; the deploying identity does that role's work here.
 */
export const projectDefaults = {
  securityConfigurationName: 'project:securityConfiguration/default',
  bucketName: 'project:projectBucket/default',
  notificationTopicArn: 'project:projectTopicArn/default',
  kmsArn: 'project:kmsArn/default',
} as const;

/** The project that `project:` means in a module's configuration. */
export function projectOf(config: MapNode, usesProject: boolean, scope: TemplateScope): ProjectReference {
  const name = literalText(child(config, 'projectName'), scope);
  if (name !== undefined) return { kind: 'named', name };
  return usesProject ? { kind: 'missing' } : { kind: 'none' };
}

/** Adds the defaults that the module's schema knows and the YAML leaves out, placed at `projectName`. */
export function withProjectDefaults(config: MapNode, schema: z.ZodType): MapNode {
  const project = config.entries.get('projectName');
  if (!project) return config;
  const known = objectKeys(schema);
  const entries = new Map<string, MapEntry>(config.entries);
  for (const [key, value] of Object.entries(projectDefaults)) {
    if (!known.includes(key) || entries.has(key)) continue;
    const { keyPlace } = project;
    entries.set(key, { keyPlace, value: { kind: 'scalar', value, place: keyPlace } });
  }
  return { ...config, entries };
}
