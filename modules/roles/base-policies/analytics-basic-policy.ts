import type { BaseStatement } from './statement';

export const analyticsBasicPolicy: readonly BaseStatement[] = [
  {
    resources: ['*'],
    service: 'redshift',
    actions: ['Describe*', 'GetReservedNodeExchangeConfigurationOptions', 'GetReservedNodeExchangeOfferings'],
  },
];
