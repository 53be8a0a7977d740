import type { Person } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import { ineligibility, judgeEligibility } from '../policy/eligibility.ts';
import { LIFETIMES } from '../policy/limits.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { PasswordTrial } from '../ports/password-desk.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { Ports } from '../ports/index.ts';
import type { ClaimForms } from '../recovery/claim-forms.ts';
import type { Claim } from '../recovery/claim.ts';
import { decoyPerson } from '../recovery/decoy.ts';

export type PasswordProofNeeds = Pick<
  Ports,
  'directory' | 'passwords' | 'sessions' | 'configuration' | 'mac' | 'clock'
>;

export interface PasswordClaim {
  readonly claim: Claim;
  readonly password: string;
  readonly source: string;
}

export type PasswordProof =
  | {
      readonly kind: 'proven';
      readonly trial: Exclude<PasswordTrial, 'wrong' | 'locked'>;
      readonly account: Account;
      readonly rules: PasswordRules;
      /** The user configuration they fall under; left out when nothing is offered to them (told, now that they are proven). */
      readonly userConfiguration?: string;
    }
  | { readonly kind: 'refused'; readonly person: Person; readonly reason: 'wrong' | 'locked' | 'ineligible' }
  | { readonly kind: 'throttled'; readonly person: Person; readonly retryAt: number };

/** Where a password is asked for. */
export interface Door {
  /** Tries by names and networks at one door are not counted at another; people's has none. */
  readonly name: string;
  readonly mayBeTried: MayBeTried;
  /** What may be typed there; what people may, when left out. */
  readonly forms?: ClaimForms;
}

/** Whether an account's password may be tried at all, for what it is to open. */
export type MayBeTried = (account: Account, configuration: Configuration, now: number) => boolean;

/**
 * Proves a person by their present password. Counted before the bind, on what was typed, on person and on source, and stopped
 * two tries short of the lockout threshold, the tries that others made included: this page never locks an account (ARCHITECTURE
 * §5.6). `throttled` is told by the name and the domain's rules; whose own rules are stricter, or who has more than one name, is
 * refused without being told. Strangers, and all who may not be tried, get the same work: their trial is of an account that
 * does not exist.
 */
export async function provePassword(
  ports: PasswordProofNeeds,
  { claim, password, source }: PasswordClaim,
  { name: door, mayBeTried, forms }: Door = { name: '', mayBeTried: isServed },
): Promise<PasswordProof> {
  const now = ports.clock.now();
  const current = await ports.configuration.current();
  const configuration = forms ? { ...current, claims: forms } : current;
  const found = await ports.directory.find(claim, {
    forms: configuration.claims,
    filters: filtersIn(configuration.document.userConfigurations),
  });
  const decoy = await decoyPerson(ports, claim, configuration, door);
  const account =
    found.kind === 'one' && mayBeTried(found.account, configuration, now) ? found.account : undefined;
  const person = account?.person ?? decoy;
  const perSource = { cap: configuration.limits.startsPerSourceHour, windowMs: LIFETIMES.hour };
  const from = door === '' ? source : `${door} ${source}`;
  // What is told of tries goes by what was typed and the domain's rules: a person's own policy would tell that they exist.
  const told = trialsAllowed(await ports.directory.rules(decoy.domain, undefined), configuration);
  const typed = { person: decoy, source: from, now, perPerson: told, perSource };
  if ((await ports.sessions.reserveSignIn(typed)) === 'too-many')
    return { kind: 'throttled', person, retryAt: now + told.windowMs };

  const rules = await ports.directory.rules(person.domain, account);
  const budget = trialsAllowed(rules, configuration);
  const shadow = await decoyPerson(ports, claim, configuration, `${door} own`);
  const own = { person: account?.person ?? shadow, source: `own ${from}`, now, perPerson: budget, perSource };
  const counted = await ports.sessions.reserveSignIn(own);
  // Others' bad tries bring the account near its lock: it is not tried, and answered as a stranger is, work and words.
  const nearLock = counted === 'too-many' || badTriesInWindow(account, rules, now) >= budget.cap;
  const trial = await ports.passwords.tryPassword(person.domain, nearLock ? undefined : account, password);
  if (!account || nearLock || trial === 'wrong' || trial === 'locked')
    return { kind: 'refused', person, reason: refusalReason(account, nearLock, trial) };
  await ports.sessions.forgiveSignIns(decoy);
  await ports.sessions.forgiveSignIns(person);
  const judged = judgeEligibility(account, configuration, now);
  const userConfiguration = judged.kind === 'eligible' ? judged.match.userConfiguration.id : undefined;
  return {
    kind: 'proven',
    trial,
    account,
    rules,
    ...(userConfiguration !== undefined && { userConfiguration }),
  };
}

/** Those to whom nothing is offered may prove themselves to be told so. What must not be touched is not tried either, blocked or not. */
const isServed: MayBeTried = (account, configuration, now) => {
  const judged = judgeEligibility(account, configuration, now);
  if (judged.kind === 'eligible' || judged.reason === 'not-offered') return true;
  const unblocked = { ...configuration, document: { ...configuration.document, blockList: [] } };
  return judged.reason === 'blocked' && ineligibility(account, unblocked, now) === undefined;
};

const refusalReason = (account: Account | undefined, nearLock: boolean, trial: PasswordTrial) => {
  if (!account) return 'ineligible';
  return nearLock || trial === 'locked' ? 'locked' : 'wrong';
};

/** Two short of the threshold; one try where the threshold is two or three; none where a single wrong try locks. */
export function trialsAllowed(
  rules: PasswordRules,
  { limits }: Configuration,
): { readonly cap: number; readonly windowMs: number } {
  const windowMs = Math.max(rules.lockoutWindowMs, LIFETIMES.personWindow);
  if (rules.lockoutThreshold === 0) return { cap: limits.signInsWithoutLockout, windowMs };
  const short = rules.lockoutThreshold - 2;
  const cap = short > 0 ? short : rules.lockoutThreshold === 1 ? 0 : 1;
  return { cap: Math.min(cap, limits.signInsWithoutLockout), windowMs };
}

/** The bad tries the directory itself still counts against the account (badPwdCount, while its window lasts). */
function badTriesInWindow(account: Account | undefined, rules: PasswordRules, now: number): number {
  if (!account || rules.lockoutThreshold === 0 || account.badPasswordAt === undefined) return 0;
  return now - account.badPasswordAt < rules.lockoutWindowMs ? account.badPasswordCount : 0;
}
