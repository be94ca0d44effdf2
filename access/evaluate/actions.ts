import { any, globOf, matcher, one, type Matcher } from './glob';

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
