/**
 * Every metric there is, in one list that the emitting code and the dashboards share. Dimensions never name a person.
 * All are counts.
 */
export const METRICS = {
  RecoveryStarted: 'A recovery flow was started, for a person or a stranger',
  StrangerStarted: 'A flow was started for somebody it can never help (by reason)',
  PrivilegedAttempt: 'Somebody tried to recover a privileged account',
  StartRefused: 'A start was refused because a budget was used up',
  CodeSent: 'A code was queued (by method)',
  ProofAccepted: 'A proof held (by method)',
  ProofRefused: 'A proof did not hold (by method)',
  ProofUnavailable: 'A proof could not be looked at: who must say so does not answer (by method)',
  ProofThrottled: 'A proof was not looked at because a budget was used up',
  Unlocked: 'An account was unlocked',
  PasswordReset: 'A password was reset',
  PasswordChanged: 'A password was changed by its owner',
  PasswordRefused: 'A new password was refused, by us or by the directory',
  RepairRefused: 'A proven person could not be helped (by obstacle)',
  NotPermitted: 'The directory refused our own account: the delegation has a hole',
  OutcomeUnknown: 'A change may or may not have happened',
  SignedIn: 'A person signed in to their enrollment',
  SignInRefused: 'A sign-in was refused',
  MethodRegistered: 'A method was registered (by method)',
  MethodRemoved: 'A method was removed (by method)',
  AdministratorSignedIn: 'An administrator signed in',
  AdministratorRefused: 'A sign-in as an administrator was refused',
  SelfServiceFrozen: 'Somebody said that it was not them, or the help desk froze them (by who)',
  SelfServiceUnfrozen: 'A freeze was lifted (by who)',
  PasswordSent: 'A new password was made and queued to be sent',
  PostActionDone: 'A post action was carried out (by kind)',
  PostActionFailed: 'A post action failed, and is tried again (by kind)',
  PostActionGivenUp: 'A post action failed for a day and is given up (by kind)',
  ConfigurationPublished: 'A version of the configuration was put in force',
  RegistrationRevoked: 'An administrator took away what a person had registered',
  ReminderQueued: 'A person is reminded to register, or told that it must be done anew',
  BadRequest: 'A request could not be taken as it was (by code)',
  ServiceProblem: 'Something broke (by code)',
  MessageSent: 'A message was handed to its carrier',
  MessageDropped: 'A message had no address or its person had enough for the hour',
  MessageFailed: 'A carrier did not take a message',
  TextSent: 'A text message was handed to its carrier',
  TextDropped: 'A text message was not sent (by reason: budget, breaker, country)',
  LeftoverSettled: 'The sweeper settled a change that was left behind',
  LeftoverWaiting: 'A change waits for its domain controller to answer',
  ControllerPassedOver: 'A domain controller did not answer, or may not be asked, and another one was',
  DirectoryBusy: 'A domain controller had as many of our connections as it is given',
  HealthChecked: 'The doctor has looked at a domain (by the worst state it found)',
  PreFlightJudged: 'A person was judged in a pre-flight (by colour)',
  SecretRotated: 'An account has a new password, tested and in use',
  RotationFailed: 'A step of the rotation of a password failed; the one in use stays',
} as const;
export type MetricName = keyof typeof METRICS;
/** The CloudWatch namespace. */
export const METRIC_NAMESPACE = 'Latchkey';

/** Counts what happens. */
export interface Meter {
  /** `times` is 1 when left out; none is counted as none, so that a chart shows it. */
  count(name: MetricName, dimension?: Readonly<Record<string, string>>, times?: number): void;
}
