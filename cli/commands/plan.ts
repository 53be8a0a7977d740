import { CommandEnds, EXIT } from '../exit-codes.ts';
import { planOf } from '../plan-of.ts';
import { planJson, planText } from '../plan-text.ts';
import { readDocument } from '../read-document.ts';
import { quoted, type Setting } from '../setting.ts';

/**
 * Shows what a file would change, and whom it would touch. Ends with 3 when the file has mistakes, and with `check` also when it
 * would change something. Changes nothing.
 */
export async function plan(
  setting: Setting,
  file: string,
  { impact, check }: { readonly impact: boolean; readonly check: boolean },
): Promise<void> {
  const { terminal, json, command } = setting;
  const planned = await planOf(setting, await readDocument(terminal, file), { what: file, impact });
  terminal.data(json ? JSON.stringify(planJson(planned), null, 2) : planText(planned));
  const { version, review } = planned;
  if (review.changes.length === 0) return;
  if (check) throw new CommandEnds(EXIT.found, `${file} is not what is in force (version ${version}).`);
  const until = review.needsEarlierUntil ? ' --earlier-until DAY' : '';
  terminal.talk(
    `Nothing has been changed. Next: ${command(`config apply ${quoted(file)} --based-on ${version} --reason "…"${until}`)}`,
  );
}
