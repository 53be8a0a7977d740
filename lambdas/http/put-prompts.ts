import type { Configuration } from '../../domain/policy/configuration.ts';
import { spokenText } from '../../domain/questionnaire/question.ts';
import type { Prompt } from '../../domain/verification/prompt.ts';
import type { Problem } from '../../portal/frame.ts';
import type { PutPrompt } from '../../portal/recover/prompts-page.tsx';

/** What administrators have people asked for, in a language, else in the administrators' default language. */
export const putPrompts = (
  { document }: Pick<Configuration, 'document'>,
  prompts: readonly Prompt[],
  language: string,
): readonly PutPrompt[] =>
  prompts.map(({ id, label }) => ({
    id,
    ...(spokenText(label, language, document.languages.default) ?? { text: id, language }),
  }));

/** What to say of what is missing: the first field that is blank, else that the page is another one by now. */
export function missingOf(prompts: readonly Prompt[], typed: Readonly<Record<string, string>>): Problem {
  const blank = prompts.find(({ id }) => (typed[id] ?? '').trim() === '');
  return blank ? { code: 'given-missing', field: `given.${blank.id}` } : { code: 'page-expired' };
}
