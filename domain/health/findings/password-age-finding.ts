import type { OwnAccountFacts } from '../account-facts.ts';
import type { CheckName, Finding } from '../finding.ts';
import { fine } from './fine.ts';

const DAY_MS = 86_400_000;
const EXPIRES_SOON_DAYS = 14;
const OLD_DAYS = 365;
/** Secrets Manager tries a rotation again for some days before it is worth a warning. */
const LATE_DAYS = 5;

const LET_ROTATE =
  'Let rotation renew it: it gives the account a new password and puts it into its secret, without an interruption.';
const SEE_ROTATION =
  'See RotationFailed in the runbook: the journal of the function rotation says which step failed, and why. Then begin one at once: aws secretsmanager rotate-secret.';

/** For how long the password of one of our accounts is good, of an account that is in order otherwise; pure. */
export function passwordAgeFinding(check: CheckName, facts: OwnAccountFacts, now: number): Finding {
  const { name, signIn } = facts;
  const { age, left } = daysOf(facts, now);
  const warned = warningOf(facts, age, left);
  if (warned) return { check, object: name, state: 'warning', ...warned };
  const can = signIn ? 'It can sign in' : 'It is in order';
  const told = age === undefined ? '' : `; its password is ${age === 0 ? 'of today' : `${days(age)} old`}`;
  return fine(check, name, `${can}${told}.`);
}

/** Whether it says that an account's rotation is late: nobody woke it, or its password would be younger. */
export const saysRotationIsLate = ({ remedy }: Pick<Finding, 'remedy'>): boolean => remedy === SEE_ROTATION;

function warningOf(
  { rotatedEveryDays }: OwnAccountFacts,
  age = 0,
  left = Number.POSITIVE_INFINITY,
): Pick<Finding, 'cause' | 'remedy'> | undefined {
  const late = rotatedEveryDays !== undefined && age > rotatedEveryDays + LATE_DAYS;
  if (left < EXPIRES_SOON_DAYS)
    return { cause: `Its password expires in ${days(left)}.`, remedy: late ? SEE_ROTATION : LET_ROTATE };
  if (late)
    return {
      cause: `Its password is ${days(age)} old, though the account that takes turns with it should be in use after ${days(rotatedEveryDays)}: rotation has not run.`,
      remedy: SEE_ROTATION,
    };
  return age > OLD_DAYS ? { cause: `Its password is ${days(age)} old.`, remedy: LET_ROTATE } : undefined;
}

/** Whole days since the password was set, and until it expires, where they are known. */
function daysOf({ shown }: OwnAccountFacts, now: number) {
  if (shown === undefined || shown === 'nobody') return {};
  const { passwordSetAt, passwordExpiresAt } = shown;
  return {
    ...(passwordSetAt !== undefined && { age: Math.max(0, Math.floor((now - passwordSetAt) / DAY_MS)) }),
    ...(passwordExpiresAt !== undefined && {
      left: Math.max(0, Math.floor((passwordExpiresAt - now) / DAY_MS)),
    }),
  };
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
