import { TerraformResource, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';

export interface TerraformDataConfig {
  /** Any value; kept in the state, and read back as `output`. */
  readonly input: unknown;
  readonly lifecycle?: TerraformResourceLifecycle;
}

/** `terraform_data`. CDKTF's own class runs `terraform version` at every synthesis, once for each of them. */
export class TerraformData extends TerraformResource {
  static readonly tfResourceType = 'terraform_data';

  constructor(scope: Construct, id: string, config: TerraformDataConfig) {
    super(scope, id, {
      terraformResourceType: TerraformData.tfResourceType,
      ...(config.lifecycle && { lifecycle: config.lifecycle }),
    });
    this.addOverride('input', config.input);
  }

  /** The input as it was last applied. */
  get output(): string {
    return this.getStringAttribute('output');
  }
}
