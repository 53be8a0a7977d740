import type { WrittenDocument } from '../client/api-types.ts';
import { endOf } from './day.ts';
import { CommandEnds, EXIT } from './exit-codes.ts';
import { planJson, planText } from './plan-text.ts';
import { planOf, type Plan } from './plan-of.ts';
import { publishDocument } from './publish-document.ts';
import type { Setting } from './setting.ts';

export interface CarryOut {
  readonly document: WrittenDocument;
  /** Whose mistakes they are: a file, or what was asked for. */
  readonly what: string;
  readonly reason: string;
  /** A day or an instant. */
  readonly earlierUntil?: string;
  /** The version it was made from, where that is known: nothing newer is written over. */
  readonly basedOn?: number;
  /** Whether to look through the people whom it touches; takes a while where there are many. */
  readonly impact: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/**
 * Puts a document in force: plan, the person's word, draft, review, publish. A dry run ends with the plan. What is refused on
 * the way changes nothing. Answers the version, or undefined where nothing had to be changed.
 */
export async function carryOut(setting: Setting, wish: CarryOut): Promise<number | undefined> {
  const { document, reason, what, dryRun, impact } = wish;
  const earlierUntil =
    wish.earlierUntil === undefined ? undefined : endOf(wish.earlierUntil, '--earlier-until');
  const plan = await planOf(setting, document, { what, impact });
  if (wish.basedOn !== undefined) await checkNothingNewer(setting, wish.basedOn, plan.version);
  tellPlan(setting, plan, dryRun);
  if (plan.review.needsEarlierUntil && earlierUntil === undefined)
    throw asksSomethingElse(setting, wish, plan);
  if (dryRun || plan.review.changes.length === 0) {
    if (!dryRun) tellJson(setting, plan);
    setting.terminal.talk(`${dryRun ? 'A dry run' : `${what} says what is in force already`}: ${UNCHANGED}`);
    return undefined;
  }
  await confirmed(setting, plan, wish.yes);
  const { version } = await publishDocument(setting, {
    document,
    basedOn: plan.version,
    reason,
    ...(earlierUntil !== undefined && { earlierUntil }),
  });
  tellJson(setting, plan, { published: version });
  return version;
}

const UNCHANGED = 'nothing has been changed.';

/** Of a dry run the plan is what was asked for; before a change it is what the person goes by. */
function tellPlan(setting: Setting, plan: Plan, dryRun: boolean): void {
  if (!dryRun) return setting.terminal.talk(planText(plan));
  if (!setting.json) return setting.terminal.data(planText(plan));
  tellJson(setting, plan);
}

function tellJson({ terminal, json }: Setting, plan: Plan, more: { readonly published?: number } = {}): void {
  if (json) terminal.data(JSON.stringify({ ...planJson(plan), ...more }, null, 2));
}

/** Whoever pulled, changed and applies must not take back what others published in between. */
async function checkNothingNewer(
  { call, command }: Setting,
  basedOn: number,
  inForce: number,
): Promise<void> {
  if (basedOn === inForce) return;
  const { versions } = await call('GET /api/admin/configuration/versions');
  const newer = versions
    .filter(({ version }) => version > basedOn)
    .map(({ version, author = 'somebody', reason }) => `  ${version} by ${author}: ${reason}`);
  const lines = [
    `Version ${inForce} is in force, and this was made from version ${basedOn}. Nothing has been changed.`,
    ...newer,
    `Pull again and bring your changes in: ${command('config pull')}`,
  ];
  throw new CommandEnds(EXIT.found, lines.join('\n'));
}

function asksSomethingElse(setting: Setting, { dryRun }: CarryOut, plan: Plan): CommandEnds {
  if (!dryRun) tellJson(setting, plan);
  const count = plan.impact?.mustRegisterAgain ?? 0;
  return new CommandEnds(
    EXIT.found,
    `People are asked something else: ${count === 1 ? '1 person' : `${count} people`} must register again. Say until when their present answers are good: --earlier-until 2027-03-31. Nothing has been changed.`,
  );
}

async function confirmed({ terminal }: Setting, { impact }: Plan, yes: boolean): Promise<void> {
  if (yes) return;
  if (!terminal.interactive)
    throw new CommandEnds(
      EXIT.usage,
      'Nobody is there to be asked. Give --yes to go on without a question. Nothing has been changed.',
    );
  const touched = String(impact?.touched ?? 0);
  const typed = await terminal.ask(`Type the number of people it touches (${touched}) to put it in force: `);
  if (typed.trim() !== touched)
    throw new CommandEnds(EXIT.failed, 'Not confirmed. Nothing has been changed.');
}
