import type { PasswordTrial } from '../../domain/ports/password-desk.ts';
import type { OwnChange, OwnPasswordDesk } from '../../domain/ports/own-password-desk.ts';
import type { OwnCredential } from '../../domain/rotation/account-pair.ts';

/** Own accounts and their passwords in a directory that a test writes. */
export interface ScriptedAccounts {
  readonly desk: OwnPasswordDesk;
  readonly passwords: Map<string, string>;
  /** How accounts stand that cannot just sign in, by name. */
  readonly standings: Map<string, Exclude<PasswordTrial, 'right' | 'wrong'>>;
  /** What the next changes answer instead of being made. */
  readonly answers: OwnChange[];
  /** Wrong passwords that were tried, by name. */
  readonly wrong: Map<string, number>;
}

export function scriptedAccounts(...accounts: readonly OwnCredential[]): ScriptedAccounts {
  const passwords = new Map(accounts.map(({ username, password }) => [username, password]));
  const standings: ScriptedAccounts['standings'] = new Map();
  const wrong = new Map<string, number>();
  const answers: OwnChange[] = [];
  const tried = ({ username, password }: OwnCredential): PasswordTrial => {
    if (passwords.get(username) === password) return standings.get(username) ?? 'right';
    wrong.set(username, (wrong.get(username) ?? 0) + 1);
    return standings.get(username) === 'locked' ? 'locked' : 'wrong';
  };
  const desk: OwnPasswordDesk = {
    tryPassword: async (account) => tried(account),
    async changePassword(account, to) {
      const trial = tried(account);
      if (trial !== 'right') return { kind: 'closed', trial };
      const answer = answers.shift();
      if (answer) return answer;
      passwords.set(account.username, to);
      return { kind: 'done' };
    },
    present: async (account) => [
      { domainController: 'ldaps://dc1.corp.example.test', trial: tried(account) },
    ],
  };
  return { desk, passwords, standings, answers, wrong };
}
