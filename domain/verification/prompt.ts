import type { LocalText } from '../questionnaire/question.ts';

/** Something that administrators have people asked for. */
export interface Prompt {
  readonly id: string;
  readonly label: LocalText;
}

/** The most characters of what is given for one. */
export const LONGEST_GIVEN = 512;

/**
 * What was given, when it is exactly what is asked for and none of it blank; undefined else. What is incomplete is a slip,
 * not a guess. Spaces around it are nobody's meaning; letters are composed (NFC), as they are typed on most keyboards.
 */
export function givenFor(
  prompts: readonly Prompt[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  const read = prompts.map(({ id }) => [id, (given[id] ?? '').normalize('NFC').trim()] as const);
  const complete =
    read.length > 0 &&
    Object.keys(given).length === read.length &&
    read.every(([, text]) => text !== '' && text.length <= LONGEST_GIVEN);
  return complete ? Object.fromEntries(read) : undefined;
}
