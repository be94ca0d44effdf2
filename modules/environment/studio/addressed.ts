import type { TerraformElement } from 'cdktf';
import { elementType } from '../../../core/stack/environment-stack';

/** How Terraform's expressions refer to a resource or data source: `aws_vpc.workplace__studio`. */
export function addressed(element: TerraformElement): string {
  return `${elementType(element)}.${element.node.id}`;
}
