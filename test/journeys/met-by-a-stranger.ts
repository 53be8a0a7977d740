import type { Page } from 'playwright-core';
import type { Visitor } from '../support/visitor.ts';
import { stepsIn, type Answers } from './steps-in.ts';

/** What is random in every page, and the questions: each name has a plausible choice of its own. */
const RANDOM: readonly (readonly [RegExp, string])[] = [
  [/name="token" value="[A-Za-z0-9_-]{43}"/g, 'name="token"'],
  [/name="operation" value="[A-Za-z0-9_-]{22}"/g, 'name="operation"'],
  [/[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/g, 'REFERENCE'],
  [/href="#answer\.[\w-]+"/g, 'href="#answer"'],
];

/** Runs in the page: where it is, and all of it without the fields of the answers. */
function withoutAnswers(): string {
  const copy = document.documentElement.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const field of copy.querySelectorAll('[name^="answer."]')) field.closest('.field')?.remove();
  return `${location.pathname}\n${copy.outerHTML}`;
}

const bare = async (page: Page, username: string): Promise<string> =>
  RANDOM.reduce(
    (html, [random, mark]) => html.replaceAll(random, mark),
    (await page.evaluate(withoutAnswers)).replaceAll(username, 'NAME'),
  );

/**
 * Every page that a name meets that cannot prove itself, step by step, without what is random and what is the name's own.
 * Answers rightly whatever question is asked that is among `knows`; asks for codes, and has none.
 */
export async function metByAStranger(
  visitor: Visitor,
  language: string,
  { username, knows }: { username: string; knows: Answers },
): Promise<readonly string[]> {
  const { t, claim } = stepsIn(language);
  const pages: string[] = [];
  const note = async () => void pages.push(await bare(visitor.page, username));
  const press = (button: string) => visitor.press(button).then(note);
  await claim(visitor, username);
  await note();
  await visitor.follow(t('method.security-answers'));
  await note();
  for (const label of await visitor.page.locator('label[for^="answer."]').allInnerTexts())
    await visitor.type(label, knows[label] ?? 'nothing of the kind');
  await press(t('layout.continue'));
  await visitor.follow(t('methods.another'));
  await note();
  await press(t('method.email-code'));
  await visitor.type(t('code.label'), '00000000');
  await press(t('layout.continue'));
  await press(t('code.new'));
  for (const path of ['/recover/action', '/recover/reset', '/recover/done'])
    await visitor.open(path).then(note);
  return pages;
}
