import { resourceOf } from './resource-type';

/** What Terraform itself brings. */
interface TerraformDataConfig {
  /** Any value; kept in the state, and read back as `output`. */
  readonly input: unknown;
}

interface TerraformDataMade {
  readonly input: unknown;
  /** The input as it was last applied. */
  readonly output: string;
}

/** `terraform_data`. */
export const TerraformData = resourceOf(undefined)<TerraformDataConfig, TerraformDataMade>(
  'terraform_data',
  'TerraformData',
  { raw: ['input'] },
);
