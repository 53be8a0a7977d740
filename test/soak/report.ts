import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Progress } from './progress.ts';
import type { Soak } from './soak.ts';

/** One proof in a report: what this run did, and how far it has come on this commit. */
export interface Line {
  readonly soak: Soak;
  readonly here: Progress;
  readonly all: Progress;
  /** Why nothing was run. */
  readonly skipped?: string;
}

const HEAD = `# Soak: the proofs at full length

\`npm test\` runs each of these a few times; \`npm run soak\` runs them until their goals are reached, as long as it is given time for (\`-- --minutes 60\`), and goes
on where it stopped. Progress counts for one commit only. Each run adds a section here, whatever it found.

- A race is won by the product when no more guesses are looked at than the cap says, or one change is made, and every answer is true.
- A kill is survived when what is written down is what is true once the sweeper was there, and the person can go on.
- How far AUC is off 0.5 says how well times tell two kinds of names apart: 0 not at all, 0.5 always. Chance alone gives 0.41/√n for one pair (one
  standard deviation, n samples each), and about two and a half times that for the largest of the 15 pairs.
`;

/** Adds a section about this run to the report. */
export function writeReport(
  file: string,
  run: { readonly commit: string; readonly date: string; readonly lines: readonly Line[] },
): void {
  if (!existsSync(file) || readFileSync(file, 'utf8').trim() === '') writeFileSync(file, HEAD);
  const rows = run.lines.map(
    ({ soak, here, all, skipped }) =>
      `| ${soak.name} | ${soak.what} | ${here.done} | ${all.done} of ${soak.goal} ${soak.unit} | ${all.wrong.length} | ${Math.round(here.seconds)} | ${noteOf({ soak, here, all, ...(skipped !== undefined && { skipped }) })} |`,
  );
  const section = [
    '',
    `## ${run.date}, commit ${run.commit}`,
    '',
    '| Proof | What | This run | On this commit | Wrong | Seconds | Note |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    ...run.lines.flatMap(({ soak, here }) =>
      here.wrong.slice(0, 5).map((wrong) => `\n- ${soak.name}: ${wrong}`),
    ),
    '',
  ];
  appendFileSync(file, section.join('\n'));
}

function noteOf({ soak, all, skipped }: Line): string {
  if (skipped !== undefined) return `not run: ${skipped}`;
  const verdict = soak.verdict?.(all.samples);
  return [
    ...(verdict === undefined ? [] : [verdict]),
    ...(all.done < soak.goal ? ['goal not reached'] : []),
  ].join('; ');
}
