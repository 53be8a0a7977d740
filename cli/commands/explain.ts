import type { Api, Explanation } from '../../client/api-types.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Setting } from '../setting.ts';

/** All that decides over one person, whether they could unlock or reset now, and the one thing to fix. Ends with 1 unless all that is offered works. */
export async function explain({ call, terminal, json }: Setting, claim: string): Promise<void> {
  const answer = await call('POST /api/admin/explain', { body: { claim } });
  const { explanation } = answer;
  if (json) terminal.data(JSON.stringify(answer, null, 2));
  if (!explanation) throw new CommandEnds(EXIT.failed, nobodyWords(answer));
  if (!json) terminal.data(explanationLines(explanation).join('\n'));
  if (explanation.fix)
    throw new CommandEnds(EXIT.failed, `${explanation.name} could not do now all that is offered.`);
}

const nobodyWords = ({ sentences, names }: Api['POST /api/admin/explain']['reply']): string =>
  [...sentences, ...names.map((name) => `  ${name}`)].join('\n');

const WORKS = { yes: 'works', no: 'does not work', 'not-offered': 'is not offered' } as const;

const explanationLines = (told: Explanation): readonly string[] => [
  `${told.name} (${told.displayName}): ${told.colour}`,
  told.distinguishedName,
  ...(told.unaccepted === undefined ? [] : ['', told.unaccepted]),
  ...(told.fix ? ['', `To fix first: ${told.fix.sentence}`] : []),
  '',
  `Unlock ${WORKS[told.actions.unlock.works]}: ${told.actions.unlock.sentence}`,
  `Reset ${WORKS[told.actions.reset.works]}: ${told.actions.reset.sentence}`,
  '',
  ...offerLines(told),
  '',
  `The account, as ${told.domainController} shows it:`,
  ...indented(told.conditions.map(({ sentence }) => sentence)),
  'Password rules:',
  ...indented(told.rules.sentences),
  `Registration: ${told.status}`,
  ...indented(told.registration),
];

const offerLines = (told: Explanation): readonly string[] => [
  ...[told.blocked, told.obstacle].filter((line) => line !== undefined),
  told.userConfiguration
    ? `User configuration ${told.userConfiguration.name}: ${told.userConfiguration.because}`
    : 'No user configuration matches: nothing is offered.',
  ...indented(told.sentences),
  ...told.alsoMatching.map(({ name, because }) => `Matches as well, further down: ${name}: ${because}`),
];

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
