/** A command that mends a finding, for an administrator to run on a machine of the domain. */
export interface RemedyCommand {
  readonly shell: 'dsacls' | 'powershell';
  readonly line: string;
}

/** What one check found of one thing. */
export interface Finding {
  /** Stable; docs/runbook.md has a heading for each. */
  readonly check: CheckName;
  /** What was looked at: `ldaps://dc1.corp.example`, `CORP\svc-latchkey-reset`, an OU, a user configuration. */
  readonly object: string;
  readonly state: 'fine' | 'warning' | 'broken';
  /** The true cause, as a sentence; of a `fine` one what was seen. */
  readonly cause: string;
  /** The next step, as a sentence; only where something is to be done. */
  readonly remedy?: string;
  readonly commands?: readonly RemedyCommand[];
}

/** Everything the doctor looks at, and the question each check answers. */
export const CHECKS = {
  'controller-name': 'Does the name of the domain controller resolve?',
  'controller-port': 'Does its LDAPS port answer?',
  'controller-trust': 'Is its certificate signed by an authority we trust?',
  'controller-certificate-name': 'Is its certificate made out to its name?',
  'controller-certificate-days': 'For how long is its certificate good?',
  'controller-clock': 'Do its clock and ours agree?',
  'controller-writable': 'Can it be written to?',
  'controller-order': 'Does the PDC emulator come first?',
  'policy-hints': 'Does a reset obey the password history there?',
  'data-proxy-account': 'Can the data proxy account sign in?',
  'self-service-account': 'Can the self-service account sign in?',
  'account-privilege': 'Is an account of ours more than an ordinary one?',
  'base-dn': 'Is the base DN the head of the domain?',
  'served-unit': 'Is the served OU there?',
  reading: 'Can people be read with all that is judged by?',
  'password-settings': 'Can fine-grained password policies be read?',
  'reset-right': 'May the self-service account reset passwords there?',
  'unlock-right': 'May it unlock accounts there?',
  'must-change-right': 'May it write pwdLastSet there?',
  'rights-too-many': 'May it do more than it needs?',
  'configuration-reference': 'Is what the configuration names still there?',
} as const;
export type CheckName = keyof typeof CHECKS;
