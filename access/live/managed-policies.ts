import { GetPolicyCommand, GetPolicyVersionCommand } from '@aws-sdk/client-iam';
import { answered, type NoAnswer } from './ask';
import { Once } from './once';
import { decoded, documentIn } from './policies';
import type { Session } from './session';

/** A managed policy as it stands, AWS's own included. */
export interface ManagedPolicy {
  readonly name: string;
  /** Or why it is not at hand. */
  readonly document: string | NoAnswer;
}

/** Reads managed policies, each once however many roles have it. */
export class ManagedPolicies {
  private readonly read = new Once<ManagedPolicy>();

  constructor(private readonly session: Session) {}

  get(arn: string): Promise<ManagedPolicy> {
    return this.read.get(arn, () => this.fetch(arn));
  }

  private async fetch(PolicyArn: string): Promise<ManagedPolicy> {
    const { asker, global } = this.session;
    const name = PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1);
    const consequence = 'what it allows is not known';
    const found = await asker.ask(`GetPolicy ${name}`, consequence, () =>
      global.iam.send(new GetPolicyCommand({ PolicyArn })),
    );
    if (!answered(found)) return { name, document: found };
    const VersionId = found.Policy?.DefaultVersionId;
    const version = await asker.ask(`GetPolicyVersion ${name}`, consequence, () =>
      global.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId })),
    );
    return { name, document: documentIn(version, ({ PolicyVersion }) => decoded(PolicyVersion?.Document)) };
  }
}
