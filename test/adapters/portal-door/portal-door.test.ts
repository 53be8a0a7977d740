import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpPortalDoor } from '../../../adapters/portal-door/portal-door.ts';

describe('the door of the portal, as the canary meets it,', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let asked: IncomingMessage[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const door = () => httpPortalDoor(`http://127.0.0.1:${(server.address() as AddressInfo).port}/prod`);
  const says = (status: number, body: string, headers: Record<string, string> = {}) => {
    asked = [];
    answer = (_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
    };
  };

  it.each([
    ['the gateway turned away', 403, '{"message":"Forbidden"}', 'status-403'],
    ['a firewall turned away', 403, '<html>Forbidden</html>', 'status-403'],
    ['our own refusal, by its code', 401, '{"code":"flow-gone","reference":"A"}', 'flow-gone'],
    ['a page of somebody else', 200, '<html>Welcome to the hotel</html>', 'unreadable'],
    ['JSON of somebody else', 201, '{"hello":"you"}', 'unreadable'],
  ])('tells %s', async (_what, status, body, code) => {
    says(status, body);
    expect(await door().start('canary')).toEqual({ kind: 'refused', code });
    expect(asked).toHaveLength(1);
  });

  it('follows nobody who leads elsewhere, as a password would go along', async () => {
    says(307, '', { location: 'http://127.0.0.1:9/' });
    expect(await door().signIn('canary', 'secret')).toEqual({ kind: 'refused', code: 'unreachable' });
    expect(asked).toHaveLength(1);
  });

  it('hands on why a password was not taken', async () => {
    says(422, '{"code":"password-refused","reasons":["password-too-short"]}');
    expect(await door().reset('handle', 'operation', 'new')).toEqual({
      kind: 'refused',
      code: 'password-refused',
      reasons: ['password-too-short'],
    });
    const [request] = asked;
    expect(request).toMatchObject({ method: 'POST', url: '/prod/api/recovery/reset' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer handle',
      'idempotency-key': 'operation',
      'user-agent': 'latchkey-canary',
    });
  });

  it('says that nobody is there', async () => {
    expect(await httpPortalDoor('http://127.0.0.1:9').start('canary')).toEqual({
      kind: 'refused',
      code: 'unreachable',
    });
  });
});
