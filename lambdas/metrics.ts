/** Every dimension there is, and what its values are. None names a person, an address or what was typed. */
export const DIMENSIONS = {
  method: 'the verification method',
  reason: 'why, as one of a few fixed words',
  code: 'the stable code of the failure or refusal',
  obstacle: 'what keeps a proven person from being helped',
  by: 'who did it: the person, or the help desk',
  kind: 'what is done after a change',
  state: 'the worst state found',
  colour: 'green, amber or red',
  domain: 'the NetBIOS name of a domain of the deployment',
  role: 'which of our own accounts',
  step: 'how far it came',
  window: 'the stretch of time that a budget is for',
} as const;
export type Dimension = keyof typeof DIMENSIONS;

const metric =
  <const U extends 'Count' | 'Seconds'>(unit: U) =>
  <const D extends readonly Dimension[]>(what: string, ...dimensions: D) => ({ what, unit, dimensions });
const count = metric('Count');

/**
 * Every metric there is, in one list that the emitting code, the dashboards, the alarms and docs/metrics.md share: what it means,
 * its unit, and the dimensions it always has beside `service`, the function that counted it.
 */
export const METRICS = {
  RecoveryStarted: count('A recovery flow was started, for a person or a stranger'),
  StrangerStarted: count('A flow was started for somebody it can never help', 'reason'),
  PrivilegedAttempt: count('Somebody tried to recover a privileged account'),
  StartRefused: count('A start was refused because a budget was used up'),
  CodeSent: count('A code was queued', 'method'),
  ProofAccepted: count('A proof held', 'method'),
  ProofRefused: count('A proof did not hold', 'method'),
  ProofUnavailable: count('A proof could not be looked at: who must say so does not answer', 'method'),
  ProofThrottled: count('A proof was not looked at because a budget was used up'),
  RecoveryProven: count('A person has proven themselves: an action of their flow may be asked for'),
  Unlocked: count('An account was unlocked'),
  PasswordReset: count('A password was reset'),
  PasswordChanged: count('A password was changed by its owner'),
  PasswordRefused: count('A new password was refused, by us or by the directory'),
  PasswordSent: count('A new password was made and queued to be sent'),
  RepairRefused: count('A proven person could not be helped', 'obstacle'),
  NotPermitted: count('The directory refused our own account: the delegation has a hole'),
  OutcomeUnknown: count('A change may or may not have happened'),
  SignedIn: count('A person signed in to their enrollment'),
  SignInRefused: count('A sign-in was refused'),
  MethodRegistered: count('A method was registered', 'method'),
  MethodRemoved: count('A method was removed', 'method'),
  AdministratorSignedIn: count('An administrator signed in'),
  AdministratorRefused: count('A sign-in as an administrator was refused'),
  SelfServiceFrozen: count('Somebody said that it was not them, or the help desk froze them', 'by'),
  SelfServiceUnfrozen: count('A freeze was lifted', 'by'),
  PostActionDone: count('A post action was carried out', 'kind'),
  PostActionFailed: count('A post action failed, and is tried again', 'kind'),
  PostActionGivenUp: count('A post action failed for a day and is given up', 'kind'),
  ConfigurationPublished: count('A version of the configuration was put in force'),
  RegistrationRevoked: count('An administrator took away what a person had registered'),
  ReminderQueued: count('A person is reminded to register, or told that it must be done anew'),
  BadRequest: count('A request could not be taken as it was', 'code'),
  ServiceProblem: count('Something broke', 'code'),
  MessageSent: count('A message was handed to its carrier'),
  MessageDropped: count('A message had no address or its person had enough for the hour'),
  MessageFailed: count('A carrier did not take a message'),
  TextSent: count('A text message was handed to its carrier'),
  TextDropped: count('A text message was not sent (budget, breaker, country)', 'reason'),
  TextBudget: count(
    'How many codes by text may be sent, as configured; told with each run that sent one',
    'window',
  ),
  LeftoverSettled: count('The sweeper settled a change that was left behind'),
  LeftoverWaiting: count('A change waits for its domain controller to answer'),
  ControllerPassedOver: count(
    'A domain controller did not answer, or may not be asked, and another one was',
    'domain',
    'code',
  ),
  DirectoryBusy: count('A domain controller had as many of our connections as it is given', 'domain'),
  HealthChecked: count('The doctor has looked at a domain or the configuration', 'state'),
  PreFlightJudged: count('A person was judged in the nightly pre-flight', 'colour'),
  PeopleServed: count('People who are offered self-service, as the nightly pre-flight found them'),
  PeopleRegistered: count('Those of them who have registered anything'),
  RegistrationDue: count('Those of them who must register anew, or more'),
  TrailSealed: count('Events of the trail were sealed; told with each run, also of none'),
  TrailSigned: count('The sealed trail was signed'),
  TrailRowOdd: count(
    'A row of the trail is no event, or another event has its id; told with each look at it',
    'reason',
  ),
  SecretRotated: count('An account has a new password, tested and in use', 'domain', 'role'),
  RotationFailed: count(
    'A step of the rotation of a password failed; the one in use stays',
    'domain',
    'role',
  ),
  RotationLate: count('Accounts whose rotation is late, as the doctor found them; told with each visit'),
  BackgroundRan: count('A run that no request woke came to its end; the function is `service`'),
  CanaryRan: count('The canary took its round through the public door, however it went'),
  CanaryFailed: count('The canary could not recover itself: how far it came', 'step'),
  SecondsToUsablePassword: metric('Seconds')(
    "The canary's: from the first request of a reset to the first sign-in with the new password",
  ),
} as const;
export type MetricName = keyof typeof METRICS;
/** The dimensions that a metric has. */
export type DimensionOf<N extends MetricName> = (typeof METRICS)[N]['dimensions'][number];

/** The CloudWatch namespace of one environment: two in one account and region do not add up. */
export const metricNamespace = (environment: string): string => `Latchkey/${environment}`;

type Counted<N extends MetricName> = [DimensionOf<N>] extends [never]
  ? [dimensions?: undefined, times?: number]
  : [dimensions: Readonly<Record<DimensionOf<N>, string>>, times?: number];

/** Counts what happens. */
export interface Meter {
  /**
   * With exactly the dimensions that METRICS lists for it. `times` is how many of the metric's unit, and 1 when left out; none is
   * counted as none, so that a chart shows it.
   */
  count<N extends MetricName>(name: N, ...of: Counted<N>): void;
}
