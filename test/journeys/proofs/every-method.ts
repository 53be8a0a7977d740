import { flowOf, askJson, startJson } from './json-client.ts';
import { pageClient } from './page-client.ts';
import { recorder, type Step, type WatchedRunning } from './strangers.ts';

const HANDLE = 'A'.repeat(43);
/** An answer of no passkey that anybody has, in the form that browsers send. */
const ASSERTION = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
  clientExtensionResults: {},
};

/** What is wrong for everybody, by method; the field's name on pages is that of a form. */
const WRONG: readonly {
  readonly method: string;
  readonly json: object;
  readonly form: Record<string, string>;
}[] = [
  { method: 'email-code', json: { code: '00000000' }, form: { code: '00000000' } },
  { method: 'sms-code', json: { code: '00000000' }, form: { code: '00000000' } },
  { method: 'sent-code', json: { code: '00000000' }, form: { code: '00000000' } },
  { method: 'authenticator-app', json: { code: '000000' }, form: { code: '000000' } },
  { method: 'passkey', json: { answer: ASSERTION }, form: { answer: JSON.stringify(ASSERTION) } },
  { method: 'recovery-code', json: { code: 'AAAAAAAAAAAAAAAA' }, form: { code: 'AAAAAAAAAAAAAAAA' } },
  { method: 'ldap-attributes', json: { attributes: { employeeID: '1' } }, form: { 'given.employeeID': '1' } },
  { method: 'previous-authentication', json: { browser: HANDLE }, form: {} },
];
const SENT: readonly string[] = ['email-code', 'sms-code', 'sent-code'];

/** Every method over JSON, as far as it goes without a right proof, each in a flow of its own. */
export async function everyMethodOverJson(
  running: WatchedRunning,
  username: string,
): Promise<readonly Step[]> {
  const { steps, take } = recorder(running);
  for (const { method, json } of WRONG) {
    const { handle } = flowOf(running, await take(`start for ${method}`, startJson(running, username)));
    const bearer = { authorization: `Bearer ${handle}` };
    const post = (path: string, body: object) =>
      askJson(running, 'POST', `/api/recovery/proofs/${path}`, body, bearer);
    if (method === 'passkey')
      await take(
        'options of a passkey',
        askJson(running, 'GET', '/api/recovery/proofs/passkey', undefined, bearer),
      );
    if (SENT.includes(method))
      await take(`${method} sent`, post(`${method}/send`, method === 'sent-code' ? { by: 'sms' } : {}));
    await take(`wrong ${method}`, post(method, json));
    await take(
      `where it stands after ${method}`,
      askJson(running, 'GET', '/api/recovery', undefined, bearer),
    );
  }
  return steps;
}

/** The same on pages. */
export async function everyMethodOnPages(
  running: WatchedRunning,
  username: string,
): Promise<readonly Step[]> {
  const { steps, take } = recorder(running);
  for (const { method, form } of WRONG) {
    const { get, post } = pageClient(running);
    await take('who are you', get('/recover'));
    await take('start', post('/recover', { username }));
    await take('methods', get('/recover/methods'));
    if (SENT.includes(method))
      await take(
        `${method} sent`,
        post(`/recover/${method}/send`, method === 'sent-code' ? { by: 'sms' } : {}),
      );
    await take(`${method} page`, get(`/recover/${method}`));
    await take(`wrong ${method}`, post(`/recover/${method}`, form));
    await take(`${method} once more`, get(`/recover/${method}?again=1`));
  }
  return steps;
}
