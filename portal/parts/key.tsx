import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** The three parts of a recovery. Nobody sees more or fewer of them, whoever they are. */
export type Step = 'name' | 'prove' | 'act';
const STEPS: readonly Step[] = ['name', 'prove', 'act'];

/** The mark beside the organization's name. */
export const KeyMark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="11" r="8" fill="none" stroke="currentColor" stroke-width="4" />
    <path d="M14 19h4v12h-4zM18 22h5v3h-5zM18 27h4v3h-4z" fill="currentColor" />
  </svg>
);

/** How far the recovery has come: a key that gets one more tooth with every step, and the same in words. */
export function Progress({ frame, step }: { frame: Frame; step: Step }) {
  const t = phrases(frame.language);
  const current = STEPS.indexOf(step);
  return (
    <ol class="steps">
      {STEPS.map((each, index) => (
        <li class={index <= current ? 'cut' : ''} aria-current={each === step ? 'step' : undefined}>
          {t(`step.${each}`)}
        </li>
      ))}
    </ol>
  );
}
