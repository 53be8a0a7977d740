import type { Api } from '../../client/api-types.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { readDocument } from '../read-document.ts';
import type { Setting } from '../setting.ts';

/** Each user configuration in its order, in sentences. */
export async function listUserConfigurations({ call, terminal, json }: Setting): Promise<void> {
  const { document, sentences } = await call('GET /api/admin/configuration');
  if (json) return terminal.data(JSON.stringify(document.userConfigurations, null, 2));
  const told = sentences.filter(({ section }) => section === 'userConfigurations');
  for (const [index, { name, id, sentences: lines }] of told.entries())
    terminal.data(`${index + 1}. ${name} (${id})\n${lines.map((line) => `   ${line}`).join('\n')}`);
}

/** Which user configuration somebody falls under, and why; with a file, as if that were in force. */
export async function match(
  { call, terminal, json }: Setting,
  username: string,
  file: string | undefined,
): Promise<void> {
  const document = file === undefined ? undefined : await readDocument(terminal, file);
  const answer = await call('POST /api/admin/match', { body: { username, ...(document && { document }) } });
  if (json) terminal.data(JSON.stringify(answer, null, 2));
  if (!answer.found)
    throw new CommandEnds(EXIT.failed, `No account, or more than one, is called ${username}.`);
  if (!json) terminal.data(matchLines(answer).join('\n'));
}

function matchLines(answer: Api['POST /api/admin/match']['reply']): readonly string[] {
  const { name = '', displayName = '', userConfiguration, alsoMatching, blocked, obstacle, status } = answer;
  return [
    `${name} (${displayName})${status === undefined ? '' : `: ${status}`}`,
    ...[blocked, obstacle].filter((line) => line !== undefined),
    userConfiguration
      ? `${userConfiguration.name}: ${userConfiguration.because}`
      : 'No user configuration matches: nothing is offered.',
    ...answer.sentences.map((line) => `  ${line}`),
    ...alsoMatching.map((other) => `Matches as well, further down: ${other.name}: ${other.because}`),
  ];
}
