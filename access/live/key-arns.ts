import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import type { Key } from '../model/model';
import { answered, Once } from './ask';
import type { Session } from './session';

/** Finds out which keys are meant: services are told of a key by its ARN, its id or an alias, and say it again as they were told. */
export class KeyArns {
  private readonly known = new Once<string | undefined>();

  constructor(
    private readonly session: Session,
    private readonly expected: readonly Key[],
  ) {}

  /** The ARN of a key; what was said where nobody knows the key; undefined for none. */
  async of(region: string, said: string | undefined): Promise<string | undefined> {
    if (said === undefined || said === '') return undefined;
    return /^arn:[^:]+:kms:[^:]+:\d+:key\//.test(said) ? said : ((await this.find(region, said)) ?? said);
  }

  /** The ARN of the key behind an id, an alias or an ARN; undefined where there is none. */
  find(region: string, said: string): Promise<string | undefined> {
    return this.known.get(`${region} ${said}`, () => this.describe(region, said));
  }

  /** The live ARN of a key as the model has it. */
  async ofModel(arn: string | undefined): Promise<string | undefined> {
    const key = this.expected.find((one) => one.arn === arn);
    if (key === undefined) return arn;
    return (await this.find(this.session.region(key.region), this.nameOf(key))) ?? arn;
  }

  /** What a key of the model is found by: its alias, else its ARN. */
  nameOf({ aliases, arn }: Key): string {
    return aliases[0] === undefined ? this.session.text(arn) : `alias/${aliases[0]}`;
  }

  private async describe(region: string, KeyId: string): Promise<string | undefined> {
    const { asker } = this.session;
    const found = await asker.ask(`DescribeKey ${KeyId}`, 'which key this is is not known', () =>
      this.session.clients(region).kms.send(new DescribeKeyCommand({ KeyId })),
    );
    return answered(found) ? found.KeyMetadata?.Arn : undefined;
  }
}
