import { type AlarmPlan, asked } from './alarm-plan.ts';

const DIRECTORY = [
  'directory-unreachable',
  'directory-busy',
  'directory-untrusted',
  'directory-credentials',
  'directory-misbehaved',
];

/** The alarms of what people come for. */
export const RECOVERY_ALARMS = {
  DirectoryDown: {
    severity: 'page',
    asked: asked('ServiceProblem', { dimension: 'code', is: DIRECTORY }),
    from: 3,
    lasting: 1,
    quietDuring: 'TunnelsDown',
    impact: 'Nobody can recover or sign in: the domain controllers do not answer us. Nothing was changed.',
    firstStep: 'Read the code under "What broke": no way, no trust, a wrong password of ours, or too slow.',
  },
  ServiceProblem: {
    severity: 'page',
    asked: asked('ServiceProblem', { dimension: 'code', isNot: DIRECTORY }),
    from: 3,
    lasting: 1,
    impact: 'People are told that the service has a problem; nothing was changed.',
    firstStep: 'Read the code under "What broke": store, keys, secrets, messages or a bug of ours.',
  },
  NotPermitted: {
    severity: 'page',
    asked: asked('NotPermitted'),
    from: 1,
    lasting: 1,
    impact: 'Proven people cannot be helped: the directory refuses the self-service account.',
    firstStep: 'Look at the delegation on the OU of the person.',
  },
  CanaryFailed: {
    severity: 'page',
    needs: 'canary',
    asked: asked('CanaryFailed'),
    from: 1,
    minutes: 60,
    lasting: 2,
    quietDuring: 'DirectoryDown',
    impact:
      'Two rounds running, a person of ours could not recover through the public door: others cannot either.',
    firstStep: 'Read the step on the dashboard, and its line in the journal of canary.',
  },
  CanarySlow: {
    severity: 'ticket',
    needs: 'canary',
    asked: asked('SecondsToUsablePassword', undefined, 'MAX'),
    from: 60,
    minutes: 60,
    lasting: 3,
    impact: 'For three hours it takes more than a minute from the first request to a password that works.',
    firstStep: 'Look which row of the dashboard is slow: the API, a function, or the directory.',
  },
  OutcomeUnknown: {
    severity: 'ticket',
    asked: asked('OutcomeUnknown'),
    from: 1,
    lasting: 1,
    impact: 'Somebody was told that their change may or may not have happened.',
    firstStep: 'Wait for the sweeper, which looks at the same domain controller within minutes.',
  },
  LeftoverWaiting: {
    severity: 'ticket',
    asked: asked('LeftoverWaiting'),
    from: 1,
    lasting: 3,
    quietDuring: 'DirectoryDown',
    impact: 'A change cannot be settled, as its domain controller does not answer.',
    firstStep: 'Bring that domain controller back; nothing is repeated.',
  },
  ProofUnavailable: {
    severity: 'ticket',
    asked: asked('ProofUnavailable'),
    from: 3,
    lasting: 1,
    impact:
      'Whoever proves themselves at the identity provider or the external service is told to try another way.',
    firstStep:
      'Read `outside-unavailable` in the journal of federation: it says who did not answer, and how.',
  },
  HealthBroken: {
    severity: 'ticket',
    from: 1,
    minutes: 60,
    lasting: 24,
    enough: 1,
    impact: 'The doctor found something broken in a domain; it rings until a night finds nothing.',
    firstStep: 'Run `latchkey doctor`, or open Health at the console: each finding names its remedy.',
  },
} as const satisfies Readonly<Record<string, AlarmPlan>>;
