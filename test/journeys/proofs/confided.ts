import { randomUUID } from 'node:crypto';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import type { LocalLatchkey } from '../../../local/start-local.ts';
import type { Secrets } from './hidden.ts';
import { askJson, flowOf, startJson } from './json-client.ts';
import { jsonIn, type Answered } from './over-http.ts';
import { pageClient } from './page-client.ts';

/** What somebody confides to the product: found nowhere else, and awkward in every way of writing texts down. */
export const CONFIDED = {
  'first answer': 'Zanzibar "Quokka" Ensemblé',
  'second answer': 'Boulevard of the Nine Kestrels & 1 Owl',
  'third answer': 'Professor Ümläut-Vandersloot',
  'wrong answer': 'Marmalade Skylark Orchestra',
  'new password': 'Obsidian-Mango-5527 "x"',
  'next password': 'Velvet-Comet-9931 <y>',
  'refused password': 'Shrt-7!',
  'wrong password': 'Wrong-Pelican-7716',
  address: 'quetzalcoatl.private@hidden.example.org',
} as const;

const ANSWERS = {
  'first-concert': CONFIDED['first answer'],
  'childhood-street': CONFIDED['second answer'],
  'first-teacher': CONFIDED['third answer'],
};
const WRONG = { ...ANSWERS, 'first-teacher': CONFIDED['wrong answer'] };

/** Everything that came back, and every secret that was about. */
export interface Confided {
  readonly answers: readonly Answered[];
  readonly secrets: Secrets;
  /** Handles: their owner is told them once, nobody else ever. */
  readonly handles: Secrets;
}

type Latchkey = Pick<LocalLatchkey, 'origin' | 'mailbox' | 'runSender'> & { readonly lookAlike: LookAlike };

/**
 * One person's whole story: enrolls, errs in every way there is, recovers, changes the password, and meets a directory
 * that breaks in the middle. The person must be in the directory, with that password and nothing enrolled.
 */
export async function confide(latchkey: Latchkey, username: string, password: string): Promise<Confided> {
  const answers: Answered[] = [];
  const codes: string[] = [];
  const handles: string[] = [];
  const noted = async (asked: Promise<Answered>): Promise<Answered> => {
    const answer = await asked;
    answers.push(answer);
    const { handle } = jsonIn(answer);
    if (typeof handle === 'string') handles.push(handle);
    return answer;
  };
  const code = async (): Promise<string> => {
    await latchkey.runSender();
    const mine = latchkey.mailbox.messages().filter(({ to }) => to === CONFIDED.address);
    const sent = mine.flatMap(({ text }) => /\b\d{8}\b/.exec(text) ?? []).at(-1);
    if (sent === undefined) throw new Error('no code came');
    codes.push(sent);
    return sent;
  };
  const story = { latchkey, username, password, noted, code };
  await enroll(story);
  await recover(story);
  await change(story);
  await onPages(story);
  return {
    answers,
    secrets: { ...CONFIDED, password, ...numbered('code', codes) },
    handles: numbered('handle', handles),
  };
}

interface Story {
  readonly latchkey: Latchkey;
  readonly username: string;
  readonly password: string;
  readonly noted: (asked: Promise<Answered>) => Promise<Answered>;
  readonly code: () => Promise<string>;
}

const numbered = (name: string, values: readonly string[]): Secrets =>
  Object.fromEntries(values.map((value, index) => [`${name} ${index + 1}`, value]));

async function enroll({ latchkey, username, password, noted, code }: Story): Promise<void> {
  const sign = (tried: string) =>
    noted(askJson(latchkey, 'POST', '/api/enrollment/session', { username, password: tried }));
  await sign(CONFIDED['wrong password']);
  latchkey.lookAlike.misbehave('cut');
  await sign(password);
  latchkey.lookAlike.misbehave(undefined);
  const { handle } = jsonIn(await sign(password));
  const session = { authorization: `Bearer ${String(handle)}` };
  const put = (method: string, body: object) =>
    noted(askJson(latchkey, 'PUT', `/api/enrollment/${method}`, body, session));
  await put('security-answers', { answers: { ...ANSWERS, 'first-concert': 'Zz' } });
  await put('security-answers', { answers: ANSWERS, [CONFIDED['wrong answer']]: 1 });
  expectStatus(200, await put('security-answers', { answers: ANSWERS }));
  expectStatus(202, await put('email-code', { address: CONFIDED.address }));
  await put('email-code', { code: '00000000' });
  expectStatus(200, await put('email-code', { code: await code() }));
  await noted(askJson(latchkey, 'GET', '/api/enrollment', undefined, session));
}

async function recover({ latchkey, username, noted, code }: Story): Promise<void> {
  const flow = flowOf(latchkey, await noted(startJson(latchkey, username, { send: 'email-code' })));
  await noted(flow.answers(WRONG));
  await noted(flow.code('00000000'));
  expectStatus(200, await noted(flow.code(await code())));
  expectStatus(200, await noted(flow.answers(ANSWERS)));
  await noted(flow.stands());
  expectStatus(422, await noted(flow.reset(CONFIDED['refused password'])));
  latchkey.lookAlike.misbehave('cut');
  expectStatus(503, await noted(flow.reset(CONFIDED['new password'])));
  latchkey.lookAlike.misbehave(undefined);
  const malformed = { newPassword: CONFIDED['new password'], [CONFIDED['next password']]: true };
  const bearer = { authorization: `Bearer ${flow.handle}`, 'idempotency-key': randomUUID() };
  expectStatus(400, await noted(askJson(latchkey, 'POST', '/api/recovery/reset', malformed, bearer)));
  expectStatus(200, await noted(flow.reset(CONFIDED['new password'])));
}

async function change({ latchkey, username, noted }: Story): Promise<void> {
  const to = (currentPassword: string, newPassword: string) =>
    noted(
      askJson(
        latchkey,
        'POST',
        '/api/password/change',
        { username, currentPassword, newPassword },
        { 'idempotency-key': randomUUID() },
      ),
    );
  await to(CONFIDED['wrong password'], CONFIDED['next password']);
  await to(CONFIDED['new password'], CONFIDED['refused password']);
  latchkey.lookAlike.misbehave('cut-modify');
  await to(CONFIDED['new password'], CONFIDED['next password']);
  latchkey.lookAlike.misbehave(undefined);
}

async function onPages({ latchkey, username, noted }: Story): Promise<void> {
  const { get, post } = pageClient(latchkey);
  const form = Object.fromEntries(Object.entries(WRONG).map(([id, text]) => [`answer.${id}`, text]));
  await noted(get('/recover'));
  await noted(post('/recover', { username }));
  await noted(get('/recover/security-answers'));
  await noted(post('/recover/security-answers', form));
  await noted(post('/recover/security-answers', { ...form, 'answer.first-concert': '' }));
  await noted(post('/recover/security-answers', { ...form, [CONFIDED['wrong answer']]: 'x' }));
  await noted(get('/password/change'));
  const passwords = {
    currentPassword: CONFIDED['wrong password'],
    newPassword: CONFIDED['refused password'],
  };
  await noted(post('/password/change', { username, operation: 'operation-1', ...passwords }));
  await noted(get('/enroll'));
  await noted(post('/enroll/sign-in', { username, password: CONFIDED['wrong password'] }));
}

function expectStatus(wanted: number, { status, body }: Answered): void {
  if (status !== wanted) throw new Error(`the story went wrong: ${status} instead of ${wanted}: ${body}`);
}
