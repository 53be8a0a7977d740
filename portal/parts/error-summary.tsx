import type { Frame, Problem } from '../frame.ts';
import { phrases, type Phrase } from '../phrase.ts';

/** The sentence of a problem. */
export const problemText = (t: Phrase, { code }: Problem): string => t(`problem.${code}`);

/** What is wrong, first in `main`; the script moves the focus here. Nothing when nothing is. */
export function ErrorSummary({ frame, problems }: { frame: Frame; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const t = phrases(frame.language);
  return (
    <div class="summary" id="problem" role="alert" tabindex={-1} data-focus="">
      <p class="summary-title">{t('summary.title')}</p>
      <ul>
        {problems.map((problem) => (
          <li>
            {problem.field === undefined ? (
              problemText(t, problem)
            ) : (
              <a href={`#${encodeURIComponent(problem.field)}`}>{problemText(t, problem)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
