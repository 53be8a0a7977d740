import type { Child } from 'hono/jsx';
import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** What stands around a proof: what the page is called, and what went wrong. */
export interface ProofHead {
  readonly title: string;
  /** Where the heading needs more than the title's text. */
  readonly heading?: Child;
  readonly problem?: Problems | undefined;
  /** The page needs the script for passkeys. */
  readonly passkeys?: true;
}

/** R3: the page of one method, whichever it is; at its end, always, the way to another. */
export function proofPage(frame: Frame, head: ProofHead, proof: Child): string {
  const { title, heading = title, ...more } = head;
  return layout(
    frame,
    { title, ...more, step: 'prove' },
    <>
      <h1>{heading}</h1>
      {proof}
      <p>
        <Go frame={frame} to="/recover/methods">
          {phrases(frame.language)('methods.another')}
        </Go>
      </p>
    </>,
  );
}
