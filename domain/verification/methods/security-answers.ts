import { fromBase64Url, toBase64Url } from '../../base64url.ts';
import type { RegisteredAnswers, StoredAnswer } from '../../enrollment/enrollment.ts';
import { personKey, type Person } from '../../person.ts';
import { ANSWER_COST } from '../../ports/answer-hasher.ts';
import type { Ports } from '../../ports/index.ts';
import { normalisationOf, normalise, type Normalisation } from '../../questionnaire/normalise.ts';
import type { Question } from '../../questionnaire/question.ts';
import { questionsOf } from '../../policy/configuration.ts';
import { usableAnswers } from '../../recovery/asked.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';

type HashNeeds = Pick<Ports, 'hasher' | 'mac'>;

/** What the keyed MAC covers: scheme, person, question and rule, then the hash. A tag moved to another row matches nothing. */
async function macMessage(
  hasher: Ports['hasher'],
  person: Person,
  stored: Omit<StoredAnswer, 'tag'>,
  answer: string,
) {
  const text = normalise(answer, stored.normalisation as Normalisation) ?? '';
  const hash = await hasher.hash(text, fromBase64Url(stored.salt), stored.cost);
  const head = new TextEncoder().encode(
    JSON.stringify(['ans1', personKey(person), stored.questionId, stored.normalisation]),
  );
  const message = new Uint8Array(head.length + hash.length);
  message.set(head);
  message.set(hash, head.length);
  return message;
}

/** Turns an acceptable answer into what is kept of it: argon2id, then a keyed MAC. */
export async function keepAnswer(
  ports: HashNeeds & Pick<Ports, 'random'>,
  person: Person,
  question: Question,
  answer: string,
): Promise<StoredAnswer> {
  const kept = {
    questionId: question.id,
    normalisation: normalisationOf(question),
    salt: toBase64Url(ports.random.bytes(16)),
    cost: ANSWER_COST,
  };
  return { ...kept, tag: await ports.mac.tag(await macMessage(ports.hasher, person, kept, answer)) };
}

/** Stands in where nothing is registered: as much work as a real one, and no tag of it ever matches. */
const nobodysAnswer = (question: Question): StoredAnswer => ({
  questionId: question.id,
  normalisation: normalisationOf(question),
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  cost: ANSWER_COST,
  tag: 'A'.repeat(43),
});

/**
 * Whether every asked question is answered as it was registered. All are checked, one after the other, even after a wrong
 * one, and strangers' as well: neither the time nor the work says which was wrong, or whether there is anybody.
 */
export async function answersHold(
  ports: HashNeeds,
  person: Person,
  registered: RegisteredAnswers | undefined,
  asked: readonly Question[],
  given: Readonly<Record<string, string>>,
): Promise<boolean> {
  let right = asked.length > 0;
  for (const question of asked) {
    const stored = registered?.answers.find(({ questionId }) => questionId === question.id);
    const against = stored ?? nobodysAnswer(question);
    const message = await macMessage(ports.hasher, person, against, given[question.id] ?? '');
    const matches = await ports.mac.matches(message, against.tag);
    right = right && matches && stored !== undefined;
  }
  return right;
}

/** Answers to the questions of a flow, all of them at once, as a proof. */
export const answersOffer = (
  ports: HashNeeds & Pick<Ports, 'enrollments'>,
  given: Readonly<Record<string, string>>,
): Offer => ({
  method: 'security-answers',
  async holds({ flow, configuration, now }) {
    const enrollment = await ports.enrollments.find(flow.person);
    const asked = questionsOf(configuration, flow.asked);
    // Answers that are accepted no more prove nothing, though some of their questions may be asked still.
    const answers =
      enrollment?.answers && usableAnswers(enrollment.answers, configuration, now)
        ? enrollment.answers
        : undefined;
    const hold = await answersHold(ports, flow.person, answers, asked, given);
    // A question that has left the store must not make it easier.
    return hold && asked.length === flow.asked.length ? HOLDS : WRONG;
  },
});
