import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { Frame } from '../frame.ts';
import { directionOf } from '../negotiate.ts';

/** A text that may be in another language than the page (WCAG 2.2, 3.1.2). */
export const Said = ({ frame, text }: { frame: Frame; text: SpokenText }) =>
  text.language === frame.language ? (
    <>{text.text}</>
  ) : (
    <bdi lang={text.language} dir={directionOf(text.language)}>
      {text.text}
    </bdi>
  );
