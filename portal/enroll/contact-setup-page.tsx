import type { Child } from 'hono/jsx';
import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { TextField } from '../parts/field.tsx';
import { PostForm } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { CONTACT_WORDS, type ContactKind } from './contact-words.ts';

export interface ContactSetupView {
  readonly typed: string | undefined;
  readonly problem: Problems | undefined;
  /** What is to be known before the field is filled. */
  readonly notice: Child;
  readonly buttons: Child;
}

/** Where codes shall go, whatever kind of contact it is. */
export function contactSetupPage(frame: Frame, kind: ContactKind, view: ContactSetupView): string {
  const t = phrases(frame.language);
  const { path, setUp } = CONTACT_WORDS[kind];
  const { typed, problem, notice, buttons } = view;
  return layout(
    frame,
    { title: t(setUp.title), problem },
    <>
      <h1>{t(setUp.title)}</h1>
      <p>{t(setUp.lead)}</p>
      {notice}
      <PostForm frame={frame} action={path}>
        <TextField
          frame={frame}
          name={setUp.name}
          label={t(setUp.label)}
          hint={t(setUp.hint)}
          type={setUp.type}
          autocomplete={setUp.type}
          dir="ltr"
          value={typed}
          problems={listOf(problem)}
        />
        {buttons}
      </PostForm>
      <BackToMethods frame={frame} />
    </>,
  );
}
