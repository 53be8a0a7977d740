import { expect } from 'vitest';
import type { LocalLatchkey } from '../../local/start-local.ts';
import type { Visitor } from '../support/visitor.ts';
import { enroll, lockOut, prove, saveNewPassword, type Somebody, windowsSays } from './steps.ts';

/** Somebody who will have a new password, and may write the answers otherwise the second time. */
export interface Traveller extends Somebody {
  readonly newPassword: string;
  readonly answersAgain?: Somebody['answers'];
}

const WELCOME = /^Welcome: the password is right/;
const REFUSED = /^The user name or password is incorrect/;

/**
 * Enroll; lock the account; recover by answers and code, unlock, sign in; lock it again; recover, set a new password:
 * that signs in, and the old one does not.
 */
export async function wholeJourney(visitor: Visitor, latchkey: LocalLatchkey, who: Traveller): Promise<void> {
  const again = { ...who, answers: who.answersAgain ?? who.answers };
  await enroll(visitor, latchkey, who);

  await lockOut(visitor, who.username);
  await prove(visitor, latchkey, again);
  await visitor.arrivesAt('Thank you, we know it’s you');
  expect(await visitor.text()).toContain('Your account is locked.');
  await visitor.press('Unlock my account');
  await visitor.arrivesAt('Your account is unlocked');
  expect(await windowsSays(visitor, who.username, who.password)).toMatch(WELCOME);

  await lockOut(visitor, who.username);
  await prove(visitor, latchkey, again);
  await visitor.follow('Create a new password');
  await visitor.arrivesAt('Create a new password');
  await saveNewPassword(visitor, who.newPassword);
  await visitor.arrivesAt('Your password has been changed');
  expect(await windowsSays(visitor, who.username, who.newPassword)).toMatch(WELCOME);
  expect(await windowsSays(visitor, who.username, who.password)).toMatch(REFUSED);

  await latchkey.runSender();
  const letters = latchkey.mailbox.messages().filter(({ to }) => to === who.address);
  expect(letters.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      'Your Example Corporation account was unlocked',
      'Your Example Corporation password was changed',
    ]),
  );
}
