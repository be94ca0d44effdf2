import { any, globOf, matcher, one, type Matcher } from '../glob';
import type { RequestContext } from './request';
import { templateMatcher, templateOf } from './template';
import { and, some, type Truth } from './truth';

/** An action in lower case and its service. */
export interface Action {
  readonly service: string;
  readonly full: string;
}

/** Splits an action, which is compared without case. */
export function actionOf(action: string): Action {
  const full = action.toLowerCase();
  return { service: full.slice(0, Math.max(0, full.indexOf(':'))), full };
}

/** Action patterns, grouped by the service that they name. */
export interface ActionPatterns {
  matches(action: Action): boolean;
  /** Whether some pattern may be about actions of a service. */
  mayName(service: string): boolean;
}

/** Reads action patterns: `*`, `s3:Get*`, `kms:Decrypt`. */
export function actionPatterns(patterns: readonly string[]): ActionPatterns {
  const services = new Map<string, Matcher[]>();
  const others: Matcher[] = [];
  for (const pattern of patterns) {
    const glob = globOf(pattern.toLowerCase());
    const service = glob.slice(0, Math.max(0, glob.indexOf(':')));
    if (service === '' || service.includes(any) || service.includes(one)) others.push(matcher(glob));
    else services.set(service, [...(services.get(service) ?? []), matcher(glob)]);
  }
  return {
    mayName: (service) => others.length > 0 || services.has(service),
    matches: ({ service, full }) =>
      (services.get(service)?.some((matches) => matches(full)) ?? false) ||
      others.some((matches) => matches(full)),
  };
}

/** Whether a resource is one of those that patterns name. */
export type ResourceTest = (resource: string, context: RequestContext) => Truth;

/**
 * Reads ARN patterns. A wildcard spans everything, `/` and `:` included; the service may not be one, so what AWS
 * does with such a pattern is not known
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
 */
export function resourcePatterns(patterns: readonly string[], variables: boolean): ResourceTest {
  if (patterns.includes('*')) return () => 'yes';
  const tests = patterns.map((pattern) => resourcePattern(pattern, variables));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (resource, context) => some(tests, (test) => test(resource, context));
}

function resourcePattern(pattern: string, variables: boolean): ResourceTest {
  const test = templateMatcher(templateOf(pattern, { wildcards: true, variables }));
  const service = pattern.replace(/\$\{[^}]*\}/g, '').split(':')[2] ?? '';
  const doubtful = /[*?]/.test(service);
  return doubtful ? (resource, context) => and('unknown', test(resource, context)) : test;
}
