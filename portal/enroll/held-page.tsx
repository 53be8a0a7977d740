import type { Hold } from '../../domain/enrollment/hold.ts';
import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { Note } from '../parts/note.tsx';
import { Reference } from '../parts/reference.tsx';
import { phrases } from '../phrase.ts';

/** Why nothing can be changed now, and from when it can again. */
export const HoldNote = ({ frame, hold }: { frame: Frame; hold: Hold }) => (
  <Note frame={frame} says={`held.${hold.kind}`} at={hold.kind === 'after-reset' ? hold.until : undefined} />
);

/** E10: a change of what is registered is held up. */
export function heldPage(frame: Frame, { hold, reference }: { hold: Hold; reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('held.title') },
    <>
      <h1>{t('held.title')}</h1>
      <HoldNote frame={frame} hold={hold} />
      <p>{t('held.next')}</p>
      <Reference frame={frame} reference={reference} />
      <BackToMethods frame={frame} />
    </>,
  );
}
