import { passwordKinds } from './password-kinds.ts';

/** What the page says of a rule that is ticked: its `data-rule`, and for the length `data-minimum`. */
export type TickedRule = Readonly<Record<string, string | undefined>>;

/** Whether a password meets a rule: as the server will judge it (a test holds the two together). Windows counts UTF-16 units, and so does `length`. */
export const ruleHolds = ({ rule, minimum }: TickedRule, password: string): boolean =>
  rule === 'length' ? password.length >= Number(minimum) : passwordKinds(password) >= 3;
