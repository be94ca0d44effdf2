import { cliConfig } from '../setup/cli-config';
import { findMoto } from '../setup/moto-find';
import { findTerraform } from '../setup/terraform-find';

/** The programs that a deployment and its rehearsal need. */
export interface Toolchain {
  /** Path of Terraform or OpenTofu; undefined where none is new enough. */
  readonly terraform: string | undefined;
  /** Path of `moto_server`; undefined where none is new enough. */
  readonly motoServer: string | undefined;
  /** Terraform's CLI configuration. */
  readonly cliConfigFile: string;
  /** The variables to run Terraform with. */
  readonly env: Readonly<Record<string, string>>;
}

let known: Toolchain | undefined;

/**
 * What `npm run demo` and `npm test` have set up, or the machine has: looked for once per process, never installed.
 * The finders are those of the setup, which runs before there is anything to compile.
 */
export function findToolchain(): Toolchain {
  known ??= find();
  return known;
}

function find(): Toolchain {
  const { file, env } = cliConfig();
  const terraform = findTerraform()?.path;
  return {
    terraform,
    motoServer: findMoto()?.path,
    cliConfigFile: file,
    env: {
      ...env,
      CHECKPOINT_DISABLE: '1',
      ...(terraform !== undefined && { TERRAFORM_BINARY_NAME: terraform }),
    },
  };
}
