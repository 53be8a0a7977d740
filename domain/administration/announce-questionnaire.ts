import type { Enrollment } from '../enrollment/enrollment.ts';
import { answersStanding } from '../enrollment/registration.ts';
import { personKey } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import { accountNow, registrationOfAccount } from './account-now.ts';
import { inBatches } from './in-batches.ts';
import { letterToRegister } from './letter-to-register.ts';
import { mailboxesFor } from './mailboxes-for.ts';

export type AnnounceNeeds = Pick<
  Ports,
  'directory' | 'enrollments' | 'configuration' | 'outbox' | 'sealer' | 'trail' | 'random' | 'clock'
>;

/** What became of those whose answers do not fulfil the questionnaire in force. */
type Fate = 'told' | 'toldBefore' | 'noAddress' | 'notOffered';
/** `looked` counts every enrollment that was looked at. */
export type Announced = Readonly<Record<Fate | 'looked', number>>;

/** People looked up at a time. */
const AT_ONCE = 8;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Tells everyone whose answers do not fulfil the questionnaire in force, once for each questionnaire, as long as an earlier one
 * is accepted; otherwise nothing is looked at. May be run as often as one likes, and goes on where a broken run ended. Each run
 * reads every enrollment, page by page, and the account of each person concerned: who is gone, blocked or not served is not
 * written to.
 */
export async function announceQuestionnaire(ports: AnnounceNeeds): Promise<Announced> {
  const configuration = await ports.configuration.current();
  const now = ports.clock.now();
  const tally = { looked: 0, told: 0, toldBefore: 0, noAddress: 0, notOffered: 0 };
  if (!configuration.earlierQuestionnaires.some(({ acceptedUntil }) => now < acceptedUntil)) return tally;
  const reference = ports.random.reference();
  const tell = async (enrollment: Enrollment) => {
    tally.looked += 1;
    const { answers } = enrollment;
    if (!answers || answersStanding(answers, configuration, now).kind === 'current') return;
    tally[await tellOne(ports, enrollment, configuration, reference)] += 1;
  };
  for await (const batch of inBatches(ports.enrollments.all(), AT_ONCE)) await Promise.all(batch.map(tell));
  return tally;
}

async function tellOne(
  ports: AnnounceNeeds,
  enrollment: Enrollment,
  configuration: Configuration,
  reference: string,
): Promise<Fate> {
  const { person } = enrollment;
  const now = ports.clock.now();
  const account = await accountNow(ports, person, configuration);
  if (!account) return 'notOffered';
  const { status } = registrationOfAccount(account, enrollment, configuration, now);
  if (status !== 'out-of-date' && status !== 'partly') return 'notOffered';
  const letter = letterToRegister(enrollment, configuration, now);
  const to = await mailboxesFor(ports, letter, enrollment, account);
  if (to.length === 0) return 'noAddress';
  const language = enrollment.language ?? configuration.document.languages.default;
  const ends = configuration.earlierQuestionnaires.map(({ acceptedUntil }) => acceptedUntil);
  const isNew = await ports.outbox.run({
    id: `register-again#${configuration.questionnaireVersion}#${personKey(person)}`,
    person,
    message: { id: ports.random.id(), to, letter, language, queuedAt: now },
    // Remembered as long as there is anything to announce, or they would be told again.
    forgottenAt: Math.max(...ends) + DAY_MS,
  });
  if (!isNew) return 'toldBefore';
  await ports.trail.append({
    id: ports.random.id(),
    at: now,
    person,
    reference,
    source: 'announcement',
    happening: { kind: 'reminder-sent', letter: letter.kind },
  });
  return 'told';
}
