import type { Permission } from './permissions';

/** What an environment can be used for, each switched on or off at any time. */
export interface Features {
  readonly notebooks: boolean;
  readonly mlStudio: boolean;
  readonly dashboards: boolean;
  readonly pipelines: boolean;
  readonly omics: boolean;
  readonly subscriptions: boolean;
  /** People may assume their team's role, see `terralake credentials` and `terralake console`. */
  readonly awsAccess: boolean;
}

export type Feature = keyof Features;

/** The feature that must be on for a permission to mean anything; permissions without one always do. */
export const featureOf: Partial<Record<Permission, Feature>> = {
  CREATE_NOTEBOOK: 'notebooks',
  CREATE_SGMSTUDIO_USER: 'mlStudio',
  CREATE_DASHBOARD: 'dashboards',
  CREATE_PIPELINE: 'pipelines',
  CREATE_OMICS_RUN: 'omics',
};
