import type { Truth } from './decision';
import type { RequestContext } from './request';
import { templateMatcher, templateOf } from './template';
import { and, some } from './truth';

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
