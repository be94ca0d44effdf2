import type { ModuleDefinition } from '../core/module/define-module';
import { athenaWorkgroup } from './athena-workgroup';
import { audit } from './audit';
import { auditTrail } from './audit-trail';
import { datalake } from './datalake';
import { dataopsCrawler } from './dataops-crawler';
import { dataopsProject } from './dataops-project';
import { datascienceTeam } from './datascience-team';
import { environment } from './environment';
import { glueCatalog } from './glue-catalog';
import { lakeFormationSettings } from './lakeformation-settings';
import { roles } from './roles';

/** The built-in modules. To add one: import its definition and append a line. */
export const registry: readonly ModuleDefinition[] = [
  roles,
  datalake,
  glueCatalog,
  lakeFormationSettings,
  athenaWorkgroup,
  audit,
  auditTrail,
  dataopsProject,
  dataopsCrawler,
  datascienceTeam,
  environment,
];
