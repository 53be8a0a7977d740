import type { AtConsole } from '../console/at-console.ts';

/** Writes a question into the store; `texts` by the language as administrators read it, the default one first. */
export async function writeQuestion(at: AtConsole, texts: Readonly<Record<string, string>>): Promise<void> {
  const [first = ''] = Object.values(texts);
  await at.goTo('questions/_new', 'New question');
  for (const [language, text] of Object.entries(texts)) await at.type(`Question in ${language}`, text);
  await at.press('Save to draft');
  await at.arrivesAt(first);
  await at.look(`question “${first}”`);
}

/** Makes a question group of questions that the store has, by their texts in the default language. */
export async function makeGroup(
  at: AtConsole,
  { name, answer, questions }: { name: string; answer: number; questions: readonly string[] },
): Promise<void> {
  await at.goTo('groups/_new', 'New question group');
  await at.type('Name', name);
  for (const question of questions) await at.pick('Add a question', question);
  await at.type('Questions to answer', String(answer));
  await at.look(`new question group “${name}”`);
  await at.press('Save to draft');
  await at.arrivesAt(name);
  await at.look(`question group “${name}”`);
}

/** Takes questions out of the questionnaire and puts questions and groups into it, by their names. */
export async function changeQuestionnaire(
  at: AtConsole,
  { out, into }: { out: readonly string[]; into: readonly string[] },
): Promise<void> {
  await at.goTo('questionnaire', 'Questionnaire');
  for (const name of out) {
    await at.press(`Remove ${name}`);
    await at.page.getByRole('button', { name: `Remove ${name}`, exact: true }).waitFor({ state: 'hidden' });
  }
  for (const name of into) {
    await at.pick('Add a question or a group', name);
    await at.page.getByRole('button', { name: `Remove ${name}`, exact: true }).waitFor();
  }
  await at.look('questionnaire');
}

/** Makes a user configuration for a group; it offers both actions and asks for every method that is on. */
export async function makeUserConfiguration(
  at: AtConsole,
  { name, group }: { name: string; group: string },
): Promise<void> {
  await at.goTo('user-configurations/_new', 'New user configuration');
  await at.type('Name', name);
  await at.find('Groups to include', group, group);
  await at.look(`new user configuration “${name}”`);
  await at.press('Save to draft');
  await at.arrivesAt(name);
  await at.look(`user configuration “${name}”`);
}

/** Blocks a group with everybody in it, for good. */
export async function blockGroup(
  at: AtConsole,
  { group, reason }: { group: string; reason: string },
): Promise<void> {
  await at.goTo('block-list', 'Block list');
  await at.press('Block a user or group');
  await at.page.getByLabel('A group, with everybody in it').check({ force: true });
  await at.find('Group', group, group);
  await blockFor(at, reason);
}

/** Blocks a user, for good. */
export async function blockUser(
  at: AtConsole,
  { username, reason }: { username: string; reason: string },
): Promise<void> {
  await at.goTo('block-list', 'Block list');
  await at.press('Block a user or group');
  await at.find('User', username, username);
  await blockFor(at, reason);
}

async function blockFor(at: AtConsole, reason: string): Promise<void> {
  await at.type('Reason', reason);
  await at.look('block form');
  await at.press('Save to draft');
  await at.page.getByRole('row').filter({ hasText: reason }).waitFor();
  await at.look('block list');
}

/** Reviews the draft, once everybody is counted whom it touches. */
export async function review(at: AtConsole): Promise<void> {
  await at.goTo('review', 'Review and publish');
  await at.reads('Everybody was looked at');
  await at.look('review');
}

/** Publishes what was reviewed; `goodUntil` (2039/03/01) where people have to register again. */
export async function publish(
  at: AtConsole,
  { reason, goodUntil }: { reason: string; goodUntil?: string },
): Promise<void> {
  if (goodUntil !== undefined) await at.type('Present answers are good until the end of', goodUntil);
  await at.type('Reason', reason);
  await at.look('review, about to publish');
  await at.press('Publish');
  await at.arrivesAt('Versions');
  await at.reads(/^Version \d+ is in force\.$/);
  await at.look('versions');
}

/** Takes away what one person has registered. */
export async function revoke(
  at: AtConsole,
  { username, displayName, reason }: { username: string; displayName: string; reason: string },
): Promise<void> {
  await at.goTo('registrations', 'Registrations');
  await at.find('Find one person', username, displayName);
  await at.arrivesAt(displayName);
  await at.look('a person');
  await at.press('Revoke');
  await at.type('Reason', reason);
  await at.look('revoking');
  await at.press('Remove set-up', at.dialog());
  await at.reads('Removed.');
  await at.look('revoked');
  await at.press('Close', at.dialog());
}
