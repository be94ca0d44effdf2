import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformResource, type IAspect } from 'cdktf';
import type { Construct } from 'constructs';
import { type IConstruct } from 'constructs';
import { escapeTags } from '../platform/escape';
import { ModuleConstruct } from './module-construct';

interface Taggable {
  tagsInput?: Record<string, string> | undefined;
  tags?: Record<string, string>;
}

/** Sets what a module's resources have in common: the module's tags, and the permissions boundary of its roles. */
export class ModuleAspect implements IAspect {
  visit(construct: IConstruct): void {
    if (!(construct instanceof TerraformResource)) return;
    const made = ModuleConstruct.of(construct as Construct);
    if (!made) return;
    if ('tagsInput' in construct) {
      const taggable = construct as Taggable;
      const { tags, tagsOf } = made.definition;
      const [part = '', object = ''] = made.keys.get(construct) ?? [];
      taggable.tags = { ...escapeTags({ ...tags, ...tagsOf(part, object) }), ...taggable.tagsInput };
    }
    if (construct instanceof IamRole && made.boundary !== undefined)
      construct.permissionsBoundary = made.boundary;
  }
}
