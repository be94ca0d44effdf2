import { analyticsBasicPolicy } from './base-policies/analytics-basic-policy';
import { dataAdminBasePolicy } from './base-policies/data-admin-base-policy';
import { dataEngineerBasePolicy } from './base-policies/data-engineer-base-policy';
import { dataScientistBasePolicy } from './base-policies/data-scientist-base-policy';
import { datalakeBasicPolicy } from './base-policies/datalake-basic-policy';
import { dataopsBasicPolicy } from './base-policies/dataops-basic-policy';
import { datascienceBasicPolicy } from './base-policies/datascience-basic-policy';
import { utilityBasicPolicy } from './base-policies/utility-basic-policy';
import type { BaseStatement } from './base-policies/statement';
import type { personas } from './config';

export type BasePolicyName = keyof typeof basePolicies;

/** The base policies of each persona. */
export const personaPolicies: Readonly<Record<(typeof personas)[number], readonly BasePolicyName[]>> = {
  'data-admin': [
    'data-admin-base-policy',
    'datalake-basic-policy',
    'dataops-basic-policy',
    'datascience-basic-policy',
    'utility-basic-policy',
    'analytics-basic-policy',
  ],
  'data-engineer': [
    'data-engineer-base-policy',
    'datalake-basic-policy',
    'dataops-basic-policy',
    'utility-basic-policy',
    'analytics-basic-policy',
  ],
  'data-scientist': ['data-scientist-base-policy', 'datalake-basic-policy', 'datascience-basic-policy'],
};

/** MDAA's base policies. */
export const basePolicies = {
  'datalake-basic-policy': datalakeBasicPolicy,
  'dataops-basic-policy': dataopsBasicPolicy,
  'datascience-basic-policy': datascienceBasicPolicy,
  'utility-basic-policy': utilityBasicPolicy,
  'analytics-basic-policy': analyticsBasicPolicy,
  'data-admin-base-policy': dataAdminBasePolicy,
  'data-engineer-base-policy': dataEngineerBasePolicy,
  'data-scientist-base-policy': dataScientistBasePolicy,
} as const satisfies Readonly<Record<string, readonly BaseStatement[]>>;
