import { keyVariables } from '../../emulator/environment';
import { startSandbox, type Sandbox } from '../../emulator/sandbox';
import { createSandboxUser } from '../../emulator/user';
import { proxySuite } from './proxy/proxy.suite';
import { athenaSuite } from './services/athena/athena.suite';
import { cloudtrailSuite } from './services/cloudtrail/trails.suite';
import { ec2Suite } from './services/ec2/networks.suite';
import { glueSuite } from './services/glue/glue.suite';
import { iamSuite } from './services/iam/iam.suite';
import { filtersSuite } from './services/lakeformation/filters.suite';
import { lakeFormationSuite } from './services/lakeformation/grants.suite';
import { quickSightSuite } from './services/quicksight/subscription.suite';
import { ramSuite } from './services/ram/shares.suite';
import { accessPointsSuite } from './services/s3/access-points.suite';
import { s3Suite } from './services/s3/documents.suite';
import { notebookSuite } from './services/sagemaker/notebook.suite';
import { studioSuite } from './services/sagemaker/studio.suite';
import { sqsSuite } from './services/sqs/queues.suite';
import { stsSuite } from './services/sts/sessions.suite';

/** The tests of the proxy and of every service; a single one runs with `-t <name>`. */
const SUITES: Readonly<Record<string, (sandbox: () => Sandbox) => void>> = {
  proxy: proxySuite,
  athena: athenaSuite,
  cloudtrail: cloudtrailSuite,
  ec2: ec2Suite,
  glue: glueSuite,
  iam: iamSuite,
  'lakeformation filters': filtersSuite,
  lakeformation: lakeFormationSuite,
  quicksight: quickSightSuite,
  ram: ramSuite,
  's3 access points': accessPointsSuite,
  s3: s3Suite,
  'sagemaker notebooks': notebookSuite,
  sagemaker: studioSuite,
  sqs: sqsSuite,
  sts: stsSuite,
};

// An emulator takes longer to start than most services to be tested: they share one, each in an account of its own.
let emulator: Sandbox;
beforeAll(async () => (emulator = await startSandbox()));
afterAll(() => emulator.stop());

Object.entries(SUITES).forEach(([name, suite], index) => {
  describe(name, () => {
    let own: Sandbox;
    beforeAll(async () => (own = await inAccount(emulator, String(100_000_000_001 + index))));
    suite(() => own);
  });
});

/** A sandbox as it looks to the user of another account. */
async function inAccount(sandbox: Sandbox, account: string): Promise<Sandbox> {
  const keys = await createSandboxUser(sandbox.moto, { account, region: sandbox.region });
  return {
    ...sandbox,
    account,
    env: { ...sandbox.env, ...keyVariables(keys) },
    held: () => sandbox.held().filter(({ id }) => id.includes(account)),
  };
}
