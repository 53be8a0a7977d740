import { type AlarmPlan, asked } from './alarm-plan.ts';

/** The alarms of what somebody may be up to, and of what must be kept. */
export const SECURITY_ALARMS = {
  PrivilegedAttempt: {
    severity: 'ticket',
    asked: asked('PrivilegedAttempt'),
    from: 1,
    lasting: 1,
    impact: 'Somebody tried to recover a privileged account, and was refused.',
    firstStep: 'Find the source in the journal of verify; warn the owner of the account.',
  },
  NotMe: {
    severity: 'ticket',
    asked: asked('SelfServiceFrozen', { dimension: 'by', is: ['person'] }),
    from: 3,
    minutes: 60,
    lasting: 1,
    impact: 'Three people within an hour said that a change was not theirs, and are on hold.',
    firstStep: 'Find in the trail what was changed before, and from which sources.',
  },
  GuessingRefused: {
    severity: 'notice',
    asked: asked('ProofRefused'),
    from: 100,
    lasting: 2,
    impact: 'A hundred proofs in five minutes did not hold: somebody is guessing, and gets nowhere.',
    firstStep: 'Look at the methods and sources on the Security dashboard.',
  },
  ConsoleGuessed: {
    severity: 'ticket',
    asked: asked('AdministratorRefused'),
    from: 10,
    lasting: 1,
    impact: 'Ten sign-ins of administrators were refused within five minutes.',
    firstStep: 'Read the sources in the access log of the administration; narrow its allow-list.',
  },
  FirewallBlocks: {
    severity: 'ticket',
    from: 100,
    lasting: 6,
    enough: 5,
    impact:
      'For half an hour the firewall of a door turned much away: a flood, or many people behind one address.',
    firstStep:
      'Read its log (aws-waf-logs-latchkey): which rule, which addresses, and whether those are yours.',
  },
  ConfigurationPublished: {
    severity: 'notice',
    asked: asked('ConfigurationPublished'),
    from: 1,
    lasting: 1,
    impact: 'A version of the configuration was put in force.',
    firstStep: 'If nobody knows of it: Versions at the console says who, and what changed.',
  },
  TrailUnsealed: {
    severity: 'ticket',
    from: 0,
    below: true,
    minutes: 15,
    lasting: 2,
    silenceRings: true,
    impact:
      'For half an hour nobody signed the sealed trail: what is changed in it until then is not found out.',
    firstStep: 'Open the log of trail-sealer, newest first.',
  },
  TrailRowOdd: {
    severity: 'ticket',
    asked: asked('TrailRowOdd'),
    from: 1,
    lasting: 1,
    impact: "Somebody wrote into the trail's table what no function of ours writes, or changed an event.",
    firstStep: 'Open the log of trail-sealer: it names the row, or the id that two events have.',
  },
  RotationFailed: {
    severity: 'ticket',
    asked: asked('RotationFailed'),
    from: 1,
    lasting: 1,
    impact: 'The password of an account of ours was not rotated; the one in use stays in use.',
    firstStep: 'Run `latchkey doctor`: it says whether both accounts can sign in, and what mends it.',
  },
  RotationLate: {
    severity: 'ticket',
    from: 1,
    minutes: 60,
    lasting: 24,
    enough: 1,
    impact:
      'The password of an account of ours should be newer: its rotation does not run. It goes on working.',
    firstStep:
      'Run `latchkey doctor`: it says which account. Then see in its secret whether a rotation is scheduled.',
  },
  BackupFailed: {
    severity: 'ticket',
    from: 1,
    minutes: 60,
    lasting: 1,
    impact: 'A back-up of the central store was not made; the ones before it are there.',
    firstStep: 'Open AWS Backup, Jobs, failed: the message says which table, and why.',
  },
  CertificateEnding: {
    severity: 'ticket',
    from: 30,
    below: true,
    minutes: 24 * 60,
    lasting: 1,
    impact: 'The certificate of our own name ends within thirty days; from then on nobody gets in.',
    firstStep: 'Open the certificate in ACM: its renewal says which DNS record it waits for.',
  },
} as const satisfies Readonly<Record<string, AlarmPlan>>;
