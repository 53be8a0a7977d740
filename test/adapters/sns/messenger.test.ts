import { inspect } from 'node:util';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { snsMessenger } from '../../../adapters/sns/messenger.ts';
import type { OutgoingMessage } from '../../../domain/ports/messenger.ts';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { messengerContract } from '../../contracts/messenger.ts';

const sample: OutgoingMessage = { channel: 'sms', to: '+4512345678', subject: 'Not shown', text: 'Hello' };

describe('SNS, stood in for', () => {
  let aws: AwsStandIns;
  beforeAll(async () => {
    aws = await startAwsStandIns();
  });
  afterAll(() => aws.stop());

  messengerContract('SNS', sample, false, async () => {
    aws.mailbox.clear();
    aws.fail('Publish', 0);
    return {
      messenger: snsMessenger(new SNSClient({ endpoint: aws.url, maxAttempts: 1 })),
      delivered: () => aws.mailbox.messages(),
      breakCarrier: () => aws.fail('Publish', 100),
    };
  });
});

describe('a text message given to SNS', () => {
  const client = new SNSClient({});
  const sns = mockClient(client);
  beforeEach(() => {
    sns.reset();
    sns.on(PublishCommand).resolves({ MessageId: '1' });
  });
  const inputs = () => sns.commandCalls(PublishCommand).map(({ args }) => args[0].input);

  it('is transactional, with the sender’s name if there is one', async () => {
    await snsMessenger(client, { senderId: 'LATCHKEY' }).send(sample);
    const transactional = { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } };
    const named = { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'LATCHKEY' } };
    expect(inputs()).toEqual([
      { PhoneNumber: '+4512345678', Message: 'Hello', MessageAttributes: { ...transactional, ...named } },
    ]);
    sns.resetHistory();
    await snsMessenger(client).send(sample);
    expect(inputs()[0]?.MessageAttributes).toEqual(transactional);
  });

  it.each(['', '4512345678', '+0512345678', '+45 12 34 56 78', '+4512345678;+4587654321', 'arn:aws:sns:x'])(
    'is refused when its address is not one international number: %j',
    async (to) => {
      const sending = snsMessenger(client).send({ ...sample, to });
      await expect(sending).rejects.toMatchObject({ code: 'messages-unavailable' });
      expect(sns.calls()).toHaveLength(0);
    },
  );

  it('leaves in the failure the name of SNS’s error, and not the number SNS quotes', async () => {
    sns
      .on(PublishCommand)
      .rejects(Object.assign(new Error('opted out: +4512345678'), { name: 'OptedOutException' }));
    const failure: unknown = await snsMessenger(client)
      .send(sample)
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ message: 'SNS did not take the message (OptedOutException, no answer)' });
    expect(inspect(failure)).not.toContain('4512345678');
  });
});
