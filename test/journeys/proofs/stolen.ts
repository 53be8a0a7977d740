import { createHash, createHmac } from 'node:crypto';
import { argon2AnswerHasher } from '../../../adapters/argon2/answer-hasher.ts';
import type { StoredAnswer } from '../../../domain/enrollment/enrollment.ts';
import { personKey, type Person } from '../../../domain/person.ts';
import { normalise } from '../../../domain/questionnaire/normalise.ts';

/** What a stored answer's tag is made over, for a guess: as the code says, which a thief has too. */
async function messageFor(person: Person, stored: StoredAnswer, guess: string): Promise<Buffer> {
  const salt = Buffer.from(stored.salt, 'base64url');
  const hash = await argon2AnswerHasher().hash(normalise(guess) ?? '', salt, stored.cost);
  const { questionId, normalisation } = stored;
  const head = JSON.stringify(['ans1', personKey(person), questionId, normalisation]);
  return Buffer.concat([Buffer.from(head), hash]);
}

/** The tag under a key; what the product does with the key that the table does not hold. */
const tagWith = (key: string | Buffer, message: Buffer): string =>
  createHmac('sha256', key).update('tag:').update(message).digest('base64url');

/** Whether a guess gives the stored tag when the key is known. */
export const verifiesWith = async (
  key: Buffer,
  person: Person,
  stored: StoredAnswer,
  guess: string,
): Promise<boolean> => tagWith(key, await messageFor(person, stored, guess)) === stored.tag;

/**
 * How many of the guesses give the stored tag to somebody who has the whole table and the code, but no key: bare digests, and
 * MACs under everything the row holds.
 */
export async function verifiedByThief(
  person: Person,
  stored: StoredAnswer,
  guesses: readonly string[],
): Promise<number> {
  let verified = 0;
  for (const guess of guesses) {
    const message = await messageFor(person, stored, guess);
    const bare = message.subarray(-32);
    const { salt, tag, questionId } = stored;
    const keys = [
      '',
      salt,
      Buffer.from(salt, 'base64url'),
      tag,
      questionId,
      person.guid,
      personKey(person),
      bare,
    ];
    const made = [
      bare.toString('base64url'),
      ...[bare, message].flatMap((each) => [
        createHash('sha256').update(each).digest('base64url'),
        createHash('sha256').update('tag:').update(each).digest('base64url'),
        ...keys.flatMap((key) => [
          tagWith(key, each),
          createHmac('sha256', key).update(each).digest('base64url'),
        ]),
      ]),
    ];
    if (made.includes(stored.tag)) verified += 1;
  }
  return verified;
}
