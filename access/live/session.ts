import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { arnAt, iamArn, nameOf, parseArn } from '../../aws/arn';
import type { Bucket, Principal, Resource } from '../model/model';
import type { Origin } from '../model/origin';
import { Asker, Once } from './ask';
import { clientsOf, type Clients, type LiveSettings } from './clients';
import { isDeployer, isUnsaidDeployer, type StandIns } from './scope';

/** Who reads. */
interface Login {
  readonly account: string;
  readonly partition: string;
  /** Of the role, for a session of one. */
  readonly arn: string;
}

/** One reading: the login, the clients of each region, and what stands in for what. */
export class Session {
  readonly asker = new Asker();
  /** What is blocked for all buckets of the account. */
  readonly accountBlock = new Once<Bucket['publicAccessBlock']>();
  private readonly regions = new Map<string, Clients>();

  constructor(
    private readonly settings: LiveSettings,
    readonly login: Login,
    private readonly standIns: StandIns,
  ) {}

  clients(region: string): Clients {
    const known = this.regions.get(region) ?? clientsOf(this.settings, region);
    this.regions.set(region, known);
    return known;
  }

  /** The clients for what has no region. */
  get global(): Clients {
    return this.clients(this.settings.region);
  }

  /** The live account of an account of the model. */
  account(account: string): string {
    return account === this.standIns.account ? this.login.account : account;
  }

  /** The live region of a region of the model. */
  region(region: string): string {
    return region === this.standIns.region ? this.settings.region : region;
  }

  /** The name of a role of the model. */
  roleName(principal: Principal): string {
    const { arn } = principal;
    const live = isDeployer(principal) ? (this.standIns.deployer ?? arn) : arn;
    return nameOf(live);
  }

  /** Stands for somebody of whom only AWS knows who it is, and nobody said. */
  isNobody(principal: Principal): boolean {
    return isUnsaidDeployer(principal, this.standIns);
  }

  /** An ARN or any other text of the model with the login's account in place of what stands in for it. */
  text(text: string): string {
    const { account } = this.standIns;
    return account === undefined ? text : text.replaceAll(account, this.login.account);
  }

  /** An ARN in the login's account. */
  arn(service: string, region: string, resource: string): string {
    return arnAt({ ...this.login, region }, service, resource);
  }

  /** Those of the model that stand in the login's account; the others are told of. */
  own(all: readonly Resource[]): readonly Resource[] {
    return all.filter((one) => {
      const isOwn = this.account(one.account) === this.login.account;
      if (!isOwn)
        this.asker.note(`${one.label} stands in account ${one.account}, which this login cannot read`);
      return isOwn;
    });
  }
}

/** Who the settings log in as. @throws when AWS knows nobody by these credentials */
export async function loginOf(settings: LiveSettings): Promise<Login> {
  const { Account, Arn = '' } = await new STSClient({ ...settings }).send(new GetCallerIdentityCommand({}));
  const { partition = 'aws', account = '', resource = '' } = parseArn(Arn) ?? {};
  const role = /^assumed-role\/([^/]+)\//.exec(resource)?.[1];
  return {
    account: Account ?? '',
    partition,
    arn: role === undefined ? Arn : iamArn({ partition, account }, `role/${role}`),
  };
}

/** Where something live comes from: its ARN, and the YAML that asked for its counterpart in the model, if there is one. */
export function liveOrigin(arn: string, expected: Origin | undefined): Origin {
  return { stack: expected?.stack ?? 'aws', address: arn, place: expected?.place };
}
