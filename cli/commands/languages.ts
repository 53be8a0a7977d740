import type { Setting } from '../setting.ts';
import { tableText } from '../table-text.ts';

/** The languages there are: how complete, whether a native speaker has read them, and which questions have no text in them. */
export async function listLanguages({ call, terminal, json }: Setting): Promise<void> {
  const { languages } = await call('GET /api/admin/languages');
  if (json) return terminal.data(JSON.stringify(languages, null, 2));
  const rows = languages.map(({ tag, name, test, offered, coverage, reviewed, questionsWithoutText }) => [
    tag,
    test ? `${name} (for tests)` : name,
    offered ? 'yes' : 'no',
    `${Math.floor(coverage * 100)} %`,
    reviewed ? 'yes' : 'no',
    // Nobody misses a text in a language that nobody is offered.
    offered ? questionsWithoutText.join(' ') : '',
  ]);
  terminal.data(
    tableText(['tag', 'language', 'offered', 'complete', 'reviewed', 'questions without text'], rows),
  );
}
