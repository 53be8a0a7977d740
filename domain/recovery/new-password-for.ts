import type { QueuedMessage } from '../messages/message.ts';
import type { Configuration } from '../policy/configuration.ts';
import { passwordProblems, type PasswordProblem } from '../policy/password-rules.ts';
import { passwordStandard } from '../policy/password-standard.ts';
import type { Ports } from '../ports/index.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { RepairBench } from '../ports/repair-desk.ts';
import type { Flow } from './flow.ts';
import { resetRules } from './reset-rules.ts';
import { sentPasswordOf, type MakePassword, type NoWayForPassword } from './sent-password.ts';
import { ownConfiguration } from './standing.ts';

/** A reset as it is asked for. */
export type ResetAsked =
  | { readonly action: 'reset'; readonly newPassword: string }
  /** Nothing was typed: right where a password is made and sent, and only there. */
  | { readonly action: 'reset'; readonly newPassword?: never; readonly make: MakePassword };

/** The password to be set, and the message that takes it to the person where we made it. */
export interface ChosenPassword {
  readonly kind: 'chosen';
  readonly password: string;
  readonly message?: QueuedMessage;
}

/** Why no password is set, though one may be. */
export type PasswordRefusal =
  | {
      readonly kind: 'password-refused';
      readonly flow: Flow;
      readonly problems: readonly PasswordProblem[];
      readonly rules: PasswordRules;
    }
  /** Somebody typed a password where one is made and sent. */
  | { readonly kind: 'password-is-sent'; readonly flow: Flow }
  | NoWayForPassword;

/** What a reset at the bench sets: what the person typed, by the rules that can be known, or what we make for them. */
export async function newPasswordFor(
  ports: Pick<Ports, 'breached'>,
  { flow, configuration }: { readonly flow: Flow; readonly configuration: Configuration },
  asked: ResetAsked,
  bench: RepairBench,
): Promise<ChosenPassword | PasswordRefusal> {
  const rules = resetRules(bench);
  const standard = passwordStandard(bench.account, rules, configuration);
  const sent = sentPasswordOf(ownConfiguration(flow, configuration));
  if (asked.newPassword === undefined && sent) {
    const made = await asked.make(flow, sent.by, standard);
    return made.kind === 'made' ? { kind: 'chosen', password: made.password, message: made.message } : made;
  }
  if (sent) return { kind: 'password-is-sent', flow };
  const password = asked.newPassword ?? '';
  const problems = await passwordProblems(ports, password, standard);
  return problems.length > 0
    ? { kind: 'password-refused', flow, problems, rules }
    : { kind: 'chosen', password };
}
