import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { Key } from '../catalogs/catalogs.ts';
import { listOf, type Frame, type Problems } from '../frame.ts';
import { directionOf } from '../negotiate.ts';
import { SecretField, TextField } from '../parts/field.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { Said } from '../parts/said.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

/** Something to be given, as it is asked for. */
export interface PutPrompt extends SpokenText {
  readonly id: string;
}

export interface PromptsView {
  /** Where the form goes. */
  readonly action: '/recover/external-responses' | '/recover/ldap-attributes';
  /** What the method is called. */
  readonly name: SpokenText;
  readonly lead: Extract<Key, `prompts.${string}`>;
  readonly prompts: readonly PutPrompt[];
  /** Whether what is typed is hidden. */
  readonly masked: boolean;
  readonly triesLeft?: number | undefined;
  readonly problem?: Problems | undefined;
}

/** R3: what the administrators have people asked for, all on one page; nothing ever says which was wrong. */
export function promptsPage(frame: Frame, view: PromptsView): string {
  const t = phrases(frame.language);
  const { action, name, lead, prompts, masked, triesLeft, problem } = view;
  return proofPage(
    frame,
    { title: name.text, problem, heading: <Said frame={frame} text={name} /> },
    <>
      <p>{t(lead)}</p>
      {triesLeft !== undefined && <p>{t('answers.tries', { tries: triesLeft })}</p>}
      <PostForm frame={frame} action={action}>
        {prompts.map((prompt) => (
          <PromptField frame={frame} prompt={prompt} masked={masked} problem={problem} />
        ))}
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
    </>,
  );
}

function PromptField(props: {
  frame: Frame;
  prompt: PutPrompt;
  masked: boolean;
  problem: Problems | undefined;
}) {
  const { frame, prompt, masked, problem } = props;
  const { id, text, language } = prompt;
  const field = {
    frame,
    name: `given.${id}`,
    label: text,
    labelLanguage: language === frame.language ? undefined : { lang: language, dir: directionOf(language) },
    problems: listOf(problem),
    autocomplete: 'off',
  };
  return masked ? <SecretField {...field} /> : <TextField {...field} />;
}
