import { datascienceTeam } from '../../../modules/datascience-team';
import { testOptions } from '../../support/options';
import { domainOptions } from './domain-options';
import { settingOptions } from './setting-options';
import { teamOptions } from './team-options';

testOptions(datascienceTeam, { ...teamOptions, ...domainOptions, ...settingOptions });
