import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, describe, expect, it } from 'vitest';
import { snsEventDesk } from '../../../adapters/sns/event-desk.ts';
import type { JobOf } from '../../../domain/ports/post-action-desks.ts';
import { aJob } from '../../support/post-actions.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:changes';
const job: JobOf<'event'> = { ...aJob(), work: { kind: 'event', text: 'jo, "the boss"' } };
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A stand-in for SNS that keeps what is published, or refuses it. */
async function aTopic(refuses = false) {
  const published: URLSearchParams[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      published.push(new URLSearchParams(body));
      const id = '<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>';
      if (refuses)
        return reply
          .writeHead(403, { 'content-type': 'text/xml' })
          .end(
            `<ErrorResponse><Error><Code>AuthorizationError</Code><Message>jo</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
          );
      return reply
        .writeHead(200, { 'content-type': 'text/xml' })
        .end(
          `<PublishResponse><PublishResult><MessageId>m-1</MessageId></PublishResult>${id}</PublishResponse>`,
        );
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new SNSClient({
    region: 'eu-west-1',
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  return { client, published };
}

const attributesOf = (form: URLSearchParams | undefined) =>
  Object.fromEntries(
    [1, 2, 3].map((n) => [
      form?.get(`MessageAttributes.entry.${n}.Name`),
      form?.get(`MessageAttributes.entry.${n}.Value.StringValue`),
    ]),
  );

describe('an event', () => {
  it('is published as JSON, with what subscribers filter by beside it', async () => {
    const { client, published } = await aTopic();
    expect(await snsEventDesk(client, TOPIC).publish(job)).toEqual({ kind: 'done' });
    const [form] = published;
    expect(form?.get('TopicArn')).toBe(TOPIC);
    expect(JSON.parse(form?.get('Message') ?? '')).toEqual({
      type: 'latchkey.reset',
      id: job.id,
      at: new Date(job.at).toISOString(),
      text: 'jo, "the boss"',
      reference: job.reference,
      person: { ...job.person, ...job.account },
    });
    expect(attributesOf(form)).toEqual({ type: 'latchkey.reset', id: job.id, domain: job.person.domain });
    expect(form?.has('MessageDeduplicationId')).toBe(false);
  });

  it('is told apart by the job on a topic that keeps order', async () => {
    const { client, published } = await aTopic();
    await snsEventDesk(client, `${TOPIC}.fifo`).publish(job);
    expect(published[0]?.get('MessageDeduplicationId')).toBe(job.id);
    expect(published[0]?.get('MessageGroupId')).toContain(job.person.guid);
  });

  it('that is refused says by what name, and nothing of the person', async () => {
    const { client } = await aTopic(true);
    expect(await snsEventDesk(client, TOPIC).publish(job)).toEqual({
      kind: 'failed',
      why: expect.stringMatching(/^the topic did not take it \(AuthorizationError\w*, HTTP 403/),
    });
  });

  it('without a topic is given up, and says what to add', async () => {
    const { client, published } = await aTopic();
    expect(await snsEventDesk(client, undefined).publish(job)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('postActions.topic'),
    });
    expect(published).toEqual([]);
  });
});
