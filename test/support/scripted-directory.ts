import { Failure } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import type { Account, RepairRights } from '../../domain/ports/account.ts';
import type { DirectoryAnswer } from '../../domain/ports/directory-answer.ts';
import type { DirectoryObject, DirectoryReader } from '../../domain/ports/directory-reader.ts';
import type { PasswordDesk } from '../../domain/ports/password-desk.ts';
import type { PasswordRules } from '../../domain/ports/password-rules.ts';
import type { RepairDesk } from '../../domain/ports/repair-desk.ts';
import { DEFAULT_CLAIM_FORMS, type ClaimForms } from '../../domain/recovery/claim-forms.ts';
import type { Claim } from '../../domain/recovery/claim.ts';
import type { ControllableClock } from './controllable-clock.ts';
import { CONTROLLER, filetime, RULES } from './scripted-account.ts';
import { scriptedListing } from './scripted-listing.ts';
import { passwordTrial } from './scripted-sign-in.ts';

/**
 * What the directory does with the next changes: obey; refuse; do it and lose the answer; lose the request; do it and break;
 * break before it is done; do it, or not, and be down from then on.
 */
export type Script =
  | 'obey'
  | { readonly refuse: Extract<DirectoryAnswer, { kind: 'refused' }>['reason'] }
  | 'lose-answer'
  | 'lose-request'
  | 'break-after'
  | 'break-before'
  | 'do-and-die'
  | 'die';

/** One change that truly happened. */
export interface Change {
  readonly guid: string;
  readonly action: 'unlock' | 'reset' | 'change';
  readonly at: number;
}

export interface ScriptedMember {
  account: Account;
  password: string;
  /** What the self-service account may do. */
  rights: RepairRights;
  /** What attributes are compared with. */
  attributes?: Readonly<Record<string, string>>;
}

/** A directory in memory that does what the test says, and counts what it was asked. */
export interface ScriptedDirectory {
  readonly directory: DirectoryReader;
  readonly passwords: PasswordDesk;
  readonly repairs: RepairDesk;
  readonly changes: readonly Change[];
  /** How often a change was asked for, done or not. */
  asked(): number;
  /** How often a password was tried. */
  binds(): number;
  add(account: Account, password?: string): ScriptedMember;
  remove(person: Person): void;
  /** A group or a unit that is there from now on. */
  know(object: DirectoryObject): void;
  member(username: string): ScriptedMember;
  /** How it answers changes from now on. */
  answer(script: Script): void;
  /** No domain controller answers from now on, or they do again. */
  down(is: boolean): void;
  rule(changes: Partial<PasswordRules>): void;
  /** Resets are not held to the history from now on. */
  forgetHistory(): void;
}

/** As the port tells it: an account's `filters` are all that hold for it, of them those that were asked for are told. */
const judged = (account: Account, asked: readonly string[]): Account => ({
  ...account,
  filters: asked.filter((filter) => account.filters.includes(filter)),
});

const nameOf = ({ person, username }: Account): string => `${person.domain}\\${username}`;

/** What a search form may ask for of these accounts: the directory has no more of them. */
const ATTRIBUTES: Readonly<Record<string, (account: Account) => string | undefined>> = {
  mail: ({ mail }) => mail,
  displayName: ({ displayName }) => displayName,
  sAMAccountName: ({ username }) => username,
  mobile: ({ mobile }) => mobile,
};

function answersTo(account: Account, claim: Claim, forms: ClaimForms): boolean {
  if (claim.kind === 'attributes')
    return Object.entries(claim.values).every(
      ([attribute, value]) => ATTRIBUTES[attribute]?.(account)?.toLowerCase() === value,
    );
  if (claim.kind === 'user-principal-name')
    return [forms.principalName && account.userPrincipalName, forms.mail && account.mail].some(
      (name) => typeof name === 'string' && name.toLowerCase() === claim.upn,
    );
  return (
    (claim.domain === undefined ? forms.bareName : forms.domainName) &&
    account.username.toLowerCase() === claim.name &&
    (claim.domain ?? account.person.domain) === account.person.domain
  );
}

/** Each bench and each change takes a millisecond, so that what comes after one is later in the trail. */
export function scriptedDirectory(clock: ControllableClock): ScriptedDirectory {
  const members = new Map<string, ScriptedMember>();
  const changes: Change[] = [];
  const known: DirectoryObject[] = [];
  let script: Script = 'obey';
  let isDown = false;
  let rules = RULES;
  let historyEnforced = true;
  let asked = 0;
  let binds = 0;
  let ticks = 0;

  const reachable = () => {
    if (isDown) throw new Failure('directory-unreachable', 'no domain controller answers');
  };
  const of = (person: Person) => members.get(person.guid);
  const patch = (member: ScriptedMember, more: Partial<Account>) => {
    member.account = { ...member.account, ...more };
  };
  // Two changes in one millisecond have different times, as in Active Directory.
  const newTime = () => String(BigInt(filetime(clock.now())) + BigInt((ticks += 1)));
  const unlocked = { locked: false, lockoutTime: '0' };
  const newPassword = (member: ScriptedMember, password: string, more: Partial<Account>) => {
    member.password = password;
    patch(member, {
      ...more,
      passwordLastSet: newTime(),
      mustChangePassword: false,
      passwordExpired: false,
    });
  };
  const perform = async (
    guid: string,
    action: Change['action'],
    work: () => void,
  ): Promise<DirectoryAnswer> => {
    asked += 1;
    clock.pass(1);
    if (script === 'break-before') throw new Failure('directory-unreachable', 'the connection broke');
    if (typeof script === 'object') return { kind: 'refused', reason: script.refuse };
    isDown ||= script === 'die' || script === 'do-and-die';
    if (script === 'lose-request' || script === 'die') return { kind: 'unknown' };
    work();
    changes.push({ guid, action, at: clock.now() });
    if (script === 'break-after') throw new Error('the answer could not be read');
    return script === 'lose-answer' || script === 'do-and-die' ? { kind: 'unknown' } : { kind: 'done' };
  };

  return {
    directory: {
      ...scriptedListing(() => [...members.values()], known, reachable),
      find: async (claim, { forms = DEFAULT_CLAIM_FORMS, filters = [], template } = {}) => {
        reachable();
        const isOff = claim.kind === 'attributes' && template === undefined;
        const found = [...members.values()].filter(
          ({ account }) => !isOff && answersTo(account, claim, forms),
        );
        const [only] = found;
        if (found.length > 1)
          return { kind: 'ambiguous', names: found.map(({ account }) => nameOf(account)) };
        return only ? { kind: 'one', account: judged(only.account, filters) } : { kind: 'none' };
      },
      read: async (person, { filters = [] } = {}) => {
        reachable();
        const member = of(person);
        return member && judged(member.account, filters);
      },
      attributesHold: async (person, given) => {
        reachable();
        const theirs: Readonly<Record<string, string>> | undefined = of(person)?.attributes;
        return Object.entries(given).every(
          ([attribute, value]) => theirs?.[attribute]?.toLowerCase() === value.toLowerCase(),
        );
      },
      rights: async (person) => {
        reachable();
        return of(person)?.rights;
      },
      rules: async () => {
        reachable();
        return rules;
      },
    },
    passwords: {
      tryPassword: async (_domain, account, password) => {
        reachable();
        binds += 1;
        const member = account && of(account.person);
        return passwordTrial(member, password, rules, clock.now());
      },
      changePassword: async ({ person }, { from, to }) => {
        reachable();
        const member = of(person);
        if (!member) return { kind: 'refused', reason: 'gone' };
        if (member.password !== from) return { kind: 'refused', reason: 'wrong-password' };
        return perform(person.guid, 'change', () => newPassword(member, to, {}));
      },
      readBack: async ({ person }) => {
        reachable();
        return of(person)?.account;
      },
    },
    repairs: {
      at: async (person, work) => {
        reachable();
        clock.pass(1);
        const member = of(person);
        if (!member) return work(undefined);
        const { guid } = person;
        return work({
          account: judged(member.account, []),
          rules,
          historyEnforced,
          unlock: () => perform(guid, 'unlock', () => patch(member, unlocked)),
          reset: (password, how) =>
            perform(guid, 'reset', () => {
              newPassword(member, password, unlocked);
              if (how?.mustChange) patch(member, { passwordLastSet: '0', mustChangePassword: true });
            }),
          readBack: async () => {
            reachable();
            return of(person)?.account;
          },
        });
      },
    },
    changes,
    asked: () => asked,
    binds: () => binds,
    add: (account, password = 'Correct-Horse-1') => {
      const member = {
        account: { ...account, domainController: CONTROLLER },
        password,
        rights: { resetPassword: true, unlock: true },
      };
      members.set(account.person.guid, member);
      return member;
    },
    remove: ({ guid }) => void members.delete(guid),
    know: (object) => void known.push(object),
    member: (username) => {
      const found = [...members.values()].find(({ account }) => account.username === username);
      if (!found) throw new Error(`nobody is called ${username}`);
      return found;
    },
    answer: (next) => {
      script = next;
    },
    down: (is) => {
      isDown = is;
    },
    rule: (more) => {
      rules = { ...rules, ...more };
    },
    forgetHistory: () => {
      historyEnforced = false;
    },
  };
}
