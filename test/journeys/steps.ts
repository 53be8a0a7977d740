import { expect } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { BUILT_IN_QUESTIONS } from '../../domain/questionnaire/built-in.ts';
import type { Visitor } from '../support/visitor.ts';

/** What somebody knows and types, all of it as a person would. */
export interface Somebody {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The code of the newest message to an address, once everything that is due was sent. */
export async function codeTo(latchkey: LocalLatchkey, address: string): Promise<string> {
  await latchkey.runSender();
  const texts = latchkey.mailbox.messages().flatMap(({ to, text }) => (to === address ? [text] : []));
  const code = texts.map((text) => /\b\d{8}\b/.exec(text)?.[0]).findLast((found) => found !== undefined);
  if (code === undefined) throw new Error(`no code came to ${address}`);
  return code;
}

/** Fills in every question that is asked. */
export async function answerAll(visitor: Visitor, answers: Somebody['answers']): Promise<void> {
  for (const { id, texts } of BUILT_IN_QUESTIONS)
    if (answers[id] !== undefined) await visitor.type(texts['en'] ?? '', answers[id]);
}

/** From the start page to the list of one's own methods. */
export async function signIn(visitor: Visitor, { username, password }: Somebody): Promise<void> {
  await visitor.open('/');
  await visitor.follow('Set up or change how I prove it’s me');
  await visitor.type('Username', username);
  await visitor.type('Password', password);
  await visitor.press('Sign in');
}

/** Signs in, registers answers and an address, and signs out. */
export async function enroll(visitor: Visitor, latchkey: LocalLatchkey, who: Somebody): Promise<void> {
  await signIn(visitor, who);
  await visitor.arrivesAt('Your ways to prove it’s you');
  await visitor.follow(/^(Set up|Change) Security questions/);
  await answerAll(visitor, who.answers);
  await visitor.press('Save answers');
  await visitor.open('/enroll/methods');
  await visitor.follow(/^(Set up|Change) Code by e-mail/);
  await visitor.type('E-mail address', who.address);
  await visitor.press('Send a code');
  await visitor.type('Security code', await codeTo(latchkey, who.address));
  await visitor.press('Save address');
  await visitor.arrivesAt('You are set up');
  await visitor.follow('Add or change a way');
  await visitor.press('Sign out');
  await visitor.arrivesAt('What would you like to do?');
}

/** Names oneself at the start of a recovery. */
export async function claim(visitor: Visitor, username: string): Promise<void> {
  await visitor.open('/');
  await visitor.follow('I forgot my password or I’m locked out');
  await visitor.type('Username', username);
  await visitor.press('Continue');
  await visitor.arrivesAt('Choose how to prove it’s you');
}

/** Has a code sent, and types it in. */
export async function proveByCode(visitor: Visitor, latchkey: LocalLatchkey, address: string): Promise<void> {
  await visitor.press('Get a code by e-mail');
  await visitor.arrivesAt('Check your e-mail');
  await visitor.type('Security code', await codeTo(latchkey, address));
  await visitor.press('Continue');
}

/** From the start page to the choice of what to do: answers, then a code. */
export async function prove(visitor: Visitor, latchkey: LocalLatchkey, who: Somebody): Promise<void> {
  await claim(visitor, who.username);
  await visitor.follow('Answer my security questions');
  await answerAll(visitor, who.answers);
  await visitor.press('Continue');
  await visitor.arrivesAt('One more check');
  await proveByCode(visitor, latchkey, who.address);
}

/** Types a new password and saves it. */
export async function saveNewPassword(visitor: Visitor, newPassword: string): Promise<void> {
  await visitor.type('New password', newPassword);
  await visitor.press('Save new password');
}

/** Has the account locked on the demonstration's sign-in page. */
export async function lockOut(visitor: Visitor, username: string): Promise<void> {
  await visitor.open('/demo/sign-in');
  await visitor.type('User name', username, 'Lock it');
  await visitor.press('Lock it');
  expect(await visitor.text()).toContain('currently locked out');
}

/** What Windows says to a password, on the demonstration's sign-in page. */
export async function windowsSays(visitor: Visitor, username: string, password: string): Promise<string> {
  await visitor.open('/demo/sign-in');
  await visitor.type('User name', username, 'Sign in');
  await visitor.type('Password', password);
  await visitor.press('Sign in');
  return visitor.page.getByRole('status').innerText();
}
