import { inspect } from 'node:util';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sesMessenger } from '../../../adapters/ses/messenger.ts';
import type { OutgoingMessage } from '../../../domain/ports/messenger.ts';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { messengerContract } from '../../contracts/messenger.ts';

const FROM = 'Password desk <desk@corp.example>';
const sample: OutgoingMessage = {
  channel: 'email',
  to: 'ada@corp.example',
  subject: 'Your code',
  text: 'Hello',
};

describe('SES, stood in for', () => {
  let aws: AwsStandIns;
  beforeAll(async () => {
    aws = await startAwsStandIns();
  });
  afterAll(() => aws.stop());

  messengerContract('SES', sample, true, async () => {
    aws.mailbox.clear();
    aws.fail('SendEmail', 0);
    return {
      messenger: sesMessenger(new SESv2Client({ endpoint: aws.url, maxAttempts: 1 }), { from: FROM }),
      delivered: () => aws.mailbox.messages(),
      breakCarrier: () => aws.fail('SendEmail', 100),
    };
  });
});

describe('an e-mail given to SES', () => {
  const client = new SESv2Client({});
  const ses = mockClient(client);
  const settings = { from: FROM, configurationSet: 'latchkey' };
  const messenger = () => sesMessenger(client, settings);
  beforeEach(() => {
    ses.reset();
    ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  });

  it('is plain UTF-8 text to one recipient, under the configuration set', async () => {
    await messenger().send(sample);
    expect(ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input)).toEqual([
      {
        FromEmailAddress: FROM,
        Destination: { ToAddresses: ['ada@corp.example'] },
        Content: {
          Simple: {
            Subject: { Data: 'Your code', Charset: 'UTF-8' },
            Body: { Text: { Data: 'Hello', Charset: 'UTF-8' } },
          },
        },
        ConfigurationSetName: 'latchkey',
      },
    ]);
  });

  it.each(['Code\r\nBcc: eve@evil.example', 'Code\nX', 'Code\u0000', 'Code\u2028X', 'Code\u0085X'])(
    'is refused when its subject could start another header: %j',
    async (subject) => {
      await expect(messenger().send({ ...sample, subject })).rejects.toMatchObject({
        code: 'messages-unavailable',
      });
      expect(ses.calls()).toHaveLength(0);
    },
  );

  it.each(['', 'ada', '@corp.example', 'ada@', 'a@b@c', 'Ada <ada@corp.example>', `${'a'.repeat(320)}@b.c`])(
    'is refused when its address is not one plain address: %j',
    async (to) => {
      await expect(messenger().send({ ...sample, to })).rejects.toMatchObject({
        code: 'messages-unavailable',
      });
      expect(ses.calls()).toHaveLength(0);
    },
  );

  it('leaves in the failure the name of SES’s error, and not the address SES quotes', async () => {
    const error = Object.assign(new Error('Address is not verified: ada@corp.example'), {
      name: 'MessageRejected',
      $metadata: { httpStatusCode: 400, requestId: 'r-1' },
    });
    ses.on(SendEmailCommand).rejects(error);
    const failure: unknown = await messenger()
      .send(sample)
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({
      message: 'SES did not take the message (MessageRejected, HTTP 400, request r-1)',
    });
    expect(inspect(failure)).not.toContain('ada@');
  });
});
