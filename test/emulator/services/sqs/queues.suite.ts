import type { Sandbox } from '../../../../emulator/sandbox';
import { operations } from '../../client';

/** Queues. */
export function sqsSuite(sandbox: () => Sandbox): void {
  const sqs = operations(sandbox, 'sqs', 'AmazonSQS');

  test('sqs-redrive: who may send dead letters, and where they go, come back as sent', async () => {
    const RedriveAllowPolicy = '{"redrivePermission":"denyAll"}';
    const dead = await sqs('CreateQueue', { QueueName: 'dead' });
    const deadLetterTargetArn = `arn:aws:sqs:us-east-1:${sandbox().account}:dead`;
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 10 });
    const queue = await sqs('CreateQueue', { QueueName: 'queue', Attributes: { RedrivePolicy } });
    const get = async (QueueUrl: unknown, name: string) =>
      (await sqs('GetQueueAttributes', { QueueUrl, AttributeNames: [name] }))['Attributes'];
    await sqs('SetQueueAttributes', { ...dead, Attributes: { RedriveAllowPolicy } });
    expect(await get(dead['QueueUrl'], 'RedriveAllowPolicy')).toMatchObject({ RedriveAllowPolicy });
    expect(await get(dead['QueueUrl'], 'All')).toMatchObject({ RedriveAllowPolicy });
    expect(await get(queue['QueueUrl'], 'All')).toMatchObject({ RedrivePolicy });
    await sqs('SetQueueAttributes', { ...dead, Attributes: { RedriveAllowPolicy: '' } });
    expect(await get(dead['QueueUrl'], 'All')).not.toHaveProperty('RedriveAllowPolicy');
  });
}
