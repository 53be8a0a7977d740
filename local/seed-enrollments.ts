import { keepEnrollment } from '../domain/enrollment/keep.ts';
import type { Session } from '../domain/enrollment/session.ts';
import { sendDue } from '../domain/messages/send-due.ts';
import { questionsOf, type Configuration } from '../domain/policy/configuration.ts';
import type { ListedPerson } from '../domain/ports/directory-reader.ts';
import type { Ports } from '../domain/ports/index.ts';
import { fulfilledBy } from '../domain/questionnaire/questionnaire.ts';
import { keepAnswer } from '../domain/verification/methods/security-answers.ts';
import type { LocalDirectory } from './local-directory.ts';
import type { CastMember } from './people.ts';

/**
 * Registers the people who are said to be enrolled, with the answers and the address of the cast, through the product's own
 * functions; those who have registered something already are left alone. Answers how many were registered.
 */
export async function seedEnrollments(
  ports: Ports,
  directories: readonly Pick<LocalDirectory, 'netbiosName' | 'people'>[],
): Promise<number> {
  const enrolled = new Map(
    directories.flatMap(({ netbiosName, people }) =>
      people.flatMap((member) =>
        member.enrolled ? [[nameOf(netbiosName, member.username), member] as const] : [],
      ),
    ),
  );
  if (enrolled.size === 0) return 0;
  const found: (readonly [ListedPerson, CastMember])[] = [];
  for await (const account of ports.directory.people()) {
    const member = enrolled.get(nameOf(account.person.domain, account.username));
    if (member) found.push([account, member]);
  }
  // Only now: hashing keeps every thread busy, and connecting to the next domain, which needs one, would be late.
  const kept = await Promise.all(found.map(([account, member]) => register(ports, account, member)));
  const registered = kept.filter(Boolean).length;
  if (registered > 0) await forgetNotices(ports);
  return registered;
}

const nameOf = (domain: string, username: string): string => `${domain}\\${username}`.toLowerCase();

async function register(
  ports: Ports,
  account: ListedPerson,
  { answers, personalMail, preferredLanguage = 'en' }: CastMember,
): Promise<boolean> {
  if (await ports.enrollments.find(account.person)) return false;
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const { questionnaire } = configuration;
  const session = sessionOf(ports, account, preferredLanguage, configuration);
  const answered = fulfilledBy(questionnaire, new Set(Object.keys(answers ?? {})));
  const tagged = await Promise.all(
    questionsOf(configuration, answered ?? []).map((question) =>
      keepAnswer(ports, account.person, question, answers?.[question.id] ?? ''),
    ),
  );
  const address = await ports.sealer.seal('address', personalMail ?? '');
  await ports.sessions.create(session);
  const kept = await keepEnrollment(
    ports,
    session,
    undefined,
    {
      ...(answered && {
        answers: { questionnaire: questionnaire.version, registeredAt: now, answers: tagged },
      }),
      addresses: personalMail === undefined ? [] : [{ id: ports.random.id(), address, confirmedAt: now }],
    },
    { kind: 'method-registered', method: 'security-answers' },
  );
  return kept === 'saved';
}

/** A visit that is over at once: it only carries the notice of the registration. */
function sessionOf(
  { random, clock }: Ports,
  account: ListedPerson,
  language: string,
  { document }: Configuration,
): Session {
  const now = clock.now();
  return {
    key: random.handle().key,
    reference: random.reference(),
    person: account.person,
    displayName: account.displayName,
    username: account.username,
    userConfiguration: document.userConfigurations[0]?.id ?? '',
    version: 1,
    startedAt: now,
    expiresAt: now,
    source: '127.0.0.1',
    language,
    ended: true,
    outbox: [],
  };
}

/** Their notices were read long ago; the mailbox begins empty. */
async function forgetNotices(ports: Ports): Promise<void> {
  const nobody = { send: () => Promise.resolve() };
  while ((await sendDue({ ...ports, messenger: nobody })).sent > 0);
}
