import { writeFile } from 'node:fs/promises';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { quoted, type Setting } from '../setting.ts';

/** Writes the configuration in force to a file, or to standard output. */
export async function pull(setting: Setting, file: string | undefined): Promise<void> {
  const { call, terminal, json, command } = setting;
  const { version, document } = await call('GET /api/admin/configuration');
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (file === undefined || file === '-') return terminal.data(text);
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new CommandEnds(EXIT.usage, `${file} could not be written: ${(cause as Error).message}`);
  }
  if (json) terminal.data(JSON.stringify({ version, file }));
  terminal.talk(
    `Version ${version} is in ${file}. Next: change it, then ${command(`config plan ${quoted(file)}`)}`,
  );
}
