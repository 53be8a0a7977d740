import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { webhookDesk } from '../../../adapters/webhooks/webhook-desk.ts';
import { createAuthority } from '../../../local/directory/certificates.ts';
import { aWebhookJob } from '../../support/post-actions.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

interface Told {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const authority = createAuthority('Webhook Test CA');
const { certificate: cert, key } = authority.issue(['localhost']);
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** An endpoint on loopback that answers as it is told; what it was told is kept. */
async function anEndpoint(answer: (reply: ServerResponse) => void) {
  const told: Told[] = [];
  const server = createServer({ cert, key }, (request, reply) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      told.push({ headers: request.headers, body });
      answer(reply);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { told, url: `https://localhost:${port}/hook` };
}

const deskFor = (url: string, secret = SECRET, ca = authority.certificate) =>
  webhookDesk([{ name: 'desk', url, ca, secret: async () => secret }], { now: () => Date.now() }, 500);

describe('a webhook', () => {
  it('is signed as Standard Webhooks has it, with the job’s id, and its texts are JSON strings of their own', async () => {
    const { told, url } = await anEndpoint((reply) => reply.writeHead(204).end());
    const job = aWebhookJob('","admin":true,"x":"\u2028');
    expect(await deskFor(url).deliver(job)).toEqual({ kind: 'done' });
    const [{ headers, body } = { headers: {}, body: '' }] = told;
    const heard = new Webhook(SECRET).verify(body, headers as Record<string, string>);
    expect(heard).toEqual({
      type: 'latchkey.reset',
      id: job.id,
      at: new Date(job.at).toISOString(),
      text: job.work.text,
      reference: job.reference,
      person: { ...job.person, ...job.account },
    });
    expect(headers['webhook-id']).toBe(job.id);
    expect(() =>
      new Webhook(SECRET).verify(body.replace('reset', 'unlock'), headers as Record<string, string>),
    ).toThrow('No matching signature');
  });

  it('goes out with the same id when it is tried again', async () => {
    const { told, url } = await anEndpoint((reply) => reply.writeHead(500).end('our stack trace'));
    const job = aWebhookJob();
    for (let i = 0; i < 2; i += 1)
      expect(await deskFor(url).deliver(job)).toEqual({ kind: 'failed', why: 'webhook desk answered 500' });
    expect(told.map(({ headers }) => headers['webhook-id'])).toEqual([job.id, job.id]);
  });

  it('is never led anywhere else', async () => {
    const elsewhere = await anEndpoint((reply) => reply.writeHead(200).end());
    const { url } = await anEndpoint((reply) => reply.writeHead(307, { location: elsewhere.url }).end());
    expect(await deskFor(url).deliver(aWebhookJob())).toEqual({
      kind: 'failed',
      why: 'webhook desk answered 307',
    });
    expect(elsewhere.told).toEqual([]);
  });

  it('is given up at once when the endpoint is gone for good, or there is none of that name', async () => {
    const { url } = await anEndpoint((reply) => reply.writeHead(410).end());
    expect(await deskFor(url).deliver(aWebhookJob())).toMatchObject({ kind: 'refused' });
    expect(await deskFor(url).deliver(aWebhookJob('', 'other'))).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('postActions.webhooks'),
    });
  });

  it('trusts nobody but who the authorities vouch for', async () => {
    const { told, url } = await anEndpoint((reply) => reply.writeHead(200).end());
    const carried = await webhookDesk([{ name: 'desk', url, secret: async () => SECRET }], {
      now: () => Date.now(),
    }).deliver(aWebhookJob());
    expect(carried).toMatchObject({ kind: 'failed', why: expect.stringMatching(/^webhook desk: [A-Z_]+$/) });
    expect(told).toEqual([]);
  });

  it('that is never answered is tried again', async () => {
    const { told, url } = await anEndpoint(() => undefined);
    expect(await deskFor(url).deliver(aWebhookJob())).toEqual({
      kind: 'failed',
      why: 'webhook desk: no answer within 500 ms',
    });
    expect(told).toHaveLength(1);
  });

  it('that nobody takes says so, and never what it is signed with', async () => {
    const carried = await deskFor('https://localhost:9/').deliver(aWebhookJob());
    expect(carried).toEqual({ kind: 'failed', why: 'webhook desk: ECONNREFUSED' });
    const { url } = await anEndpoint((reply) => reply.writeHead(200).end());
    expect(await deskFor(url, 'not base64 at all!').deliver(aWebhookJob())).toEqual({
      kind: 'failed',
      why: 'webhook desk: the secret is not base64',
    });
  });

  it('is told nothing that is signed with what could be guessed', async () => {
    const { told, url } = await anEndpoint((reply) => reply.writeHead(200).end());
    for (const short of ['YWJj', `whsec_${Buffer.alloc(23, 7).toString('base64')}`])
      expect(await deskFor(url, short).deliver(aWebhookJob())).toEqual({
        kind: 'failed',
        why: 'webhook desk: the secret has fewer than 24 bytes',
      });
    expect(told).toEqual([]);
  });
});
