import type { MetricName } from '../../lambdas/metrics.ts';

/** One alarm: when it rings, what it means for people, and what to do first. Its name is its heading in the runbook. */
export interface AlarmPlan {
  readonly metric?: MetricName;
  /** Events in five minutes. */
  readonly from: number;
  /** In how many stretches of five minutes (or as long as the metric's are) running. */
  readonly lasting: number;
  /** How many of those are enough; all, when left out. */
  readonly enough?: number;
  readonly impact: string;
  readonly firstStep: string;
}

/** Every alarm there is. */
export const ALARMS = {
  ServiceProblem: {
    metric: 'ServiceProblem',
    from: 3,
    lasting: 1,
    impact: 'People are told that the service has a problem; nothing was changed.',
    firstStep: 'Read the code on the dashboard: directory, store, keys, secrets or messages.',
  },
  OutcomeUnknown: {
    metric: 'OutcomeUnknown',
    from: 1,
    lasting: 1,
    impact: 'Somebody was told that their change may or may not have happened.',
    firstStep: 'Wait for the sweeper, which looks at the same domain controller within minutes.',
  },
  LeftoverWaiting: {
    metric: 'LeftoverWaiting',
    from: 1,
    lasting: 3,
    impact: 'A change cannot be settled, as its domain controller does not answer.',
    firstStep: 'Bring that domain controller back; nothing is repeated.',
  },
  PrivilegedAttempt: {
    metric: 'PrivilegedAttempt',
    from: 1,
    lasting: 1,
    impact: 'Somebody tried to recover a privileged account, and was refused.',
    firstStep: 'Find the source in the journal of verify; warn the owner of the account.',
  },
  NotPermitted: {
    metric: 'NotPermitted',
    from: 1,
    lasting: 1,
    impact: 'Proven people cannot be helped: the directory refuses the self-service account.',
    firstStep: 'Look at the delegation on the OU of the person.',
  },
  TextDropped: {
    metric: 'TextDropped',
    from: 5,
    lasting: 1,
    impact: 'Codes by text are held back: people see the page as ever, and no text comes.',
    firstStep: 'Read the reason on the dashboard: a budget, too few codes that led to a proof, or a country.',
  },
  ProofUnavailable: {
    metric: 'ProofUnavailable',
    from: 3,
    lasting: 1,
    impact:
      'Whoever proves themselves at the identity provider or the external service is told to try another way.',
    firstStep:
      'Read `outside-unavailable` in the journal of federation: it says who did not answer, and how.',
  },
  PostActionGivenUp: {
    metric: 'PostActionGivenUp',
    from: 1,
    lasting: 1,
    impact:
      'Something that should follow a change was not done, and will not be: a webhook, an event, an attribute.',
    firstStep:
      'Read its line in the journal of post-actions or attribute-writer: it says which one, and why.',
  },
  RotationFailed: {
    metric: 'RotationFailed',
    from: 1,
    lasting: 1,
    impact: 'The password of an account of ours was not rotated; the one in use stays in use.',
    firstStep: 'Run `latchkey doctor`: it says whether both accounts can sign in, and what mends it.',
  },
  HealthBroken: {
    from: 1,
    lasting: 24,
    enough: 1,
    impact: 'The doctor found something broken in a domain; it rings until a night finds nothing.',
    firstStep: 'Run `latchkey doctor`, or open Health at the console: each finding names its remedy.',
  },
  FunctionErrors: {
    from: 1,
    lasting: 1,
    impact: 'A request died in a crash or a timeout.',
    firstStep: 'Open the log group of the function that has errors on the dashboard, newest first.',
  },
  BackgroundErrors: {
    from: 1,
    lasting: 1,
    impact: 'A wake-up or a step of a rotation died in a crash or a timeout.',
    firstStep: 'Open the log group of the function that has errors on the dashboard, newest first.',
  },
  DeadLetters: {
    from: 1,
    lasting: 1,
    impact: 'A wake-up of the sender or the sweeper failed for good; the next minute tries again.',
    firstStep: 'Read a message of the queue: it names the function and the reason.',
  },
} as const satisfies Readonly<Record<string, AlarmPlan>>;
export type AlarmName = keyof typeof ALARMS;
