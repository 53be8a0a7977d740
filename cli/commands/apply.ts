import { carryOut } from '../carry-out.ts';
import { readDocument } from '../read-document.ts';
import type { Setting } from '../setting.ts';

export interface ApplyOptions {
  readonly reason: string;
  readonly earlierUntil?: string;
  readonly basedOn?: number;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Puts a file in force. Whatever is refused on the way leaves what is in force alone. */
export async function apply(setting: Setting, file: string, options: ApplyOptions): Promise<void> {
  const { terminal, command } = setting;
  const document = await readDocument(terminal, file);
  const version = await carryOut(setting, { ...options, document, what: file, impact: true });
  if (version === undefined) return;
  terminal.talk(
    `Version ${version} is in force; everybody sees it within a minute. To undo: ${command(`versions restore ${version - 1} --reason "…"`)}`,
  );
}
