import { createReadStream, statSync } from 'node:fs';
import { linesOf } from '../breached/lines.ts';
import { HEADER_BYTES, oneMistakenOf, RECORD_BYTES } from '../breached/list-layout.ts';
import { kindOf, recordsIn, type ListKind } from '../breached/records-in.ts';
import { writeList } from '../breached/write-list.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import { progress, type Progress } from '../progress.ts';
import type { Setting } from '../setting.ts';

export interface BreachedBuildOptions {
  /** A list of SHA-1 hashes with counts, or of words; `-` for a pipe. */
  readonly from: string;
  readonly out: string;
  readonly atLeast?: number;
}

const MEGABYTE = 1_000_000;

/** Writes the list of breached passwords that the functions look new ones up in. Asks no deployment and sends nothing anywhere. */
export async function breachedBuild(
  { terminal, json }: Pick<Setting, 'terminal' | 'json'>,
  { from, out, atLeast = 1 }: BreachedBuildOptions,
): Promise<void> {
  const bar = progress(terminal, 'Megabytes read', totalOf(from));
  const list: { kind?: ListKind } = {};
  try {
    const written = await writeList(batchesOf(from, atLeast, list, bar), out, { atLeast });
    bar.end();
    if (json) terminal.data(JSON.stringify({ file: out, kind: list.kind, atLeast, ...written }));
    for (const line of saidOf(written, out, list.kind)) terminal.talk(line);
  } catch (cause) {
    bar.end();
    throw new CommandEnds(EXIT.failed, `${from} could not be made into ${out}: ${(cause as Error).message}`);
  }
}

/** Reads the list a megabyte at a time. */
async function* batchesOf(
  from: string,
  atLeast: number,
  list: { kind?: ListKind },
  bar: Progress,
): AsyncGenerator<Float64Array> {
  let linesBefore = 0;
  let bytes = 0;
  const input = from === '-' ? process.stdin : createReadStream(from, { highWaterMark: 1024 * 1024 });
  for await (const some of linesOf(input)) {
    const [first] = some.lines;
    if (first && list.kind === undefined) list.kind = kindOf(first);
    if (list.kind === 'words' && atLeast > 1)
      throw new Error(
        'it is a list of words, which says nothing of how often each was seen: leave --at-least out',
      );
    if (list.kind !== undefined) yield recordsIn(some, list.kind, { atLeast, linesBefore });
    linesBefore += some.lines.length;
    bar.advance(Math.floor((bytes + some.bytes) / MEGABYTE) - Math.floor(bytes / MEGABYTE));
    bytes += some.bytes;
  }
  if (linesBefore === 0) throw new Error('there is nothing in it');
}

function totalOf(from: string): { readonly total?: number } {
  const size = from === '-' ? undefined : statSync(from, { throwIfNoEntry: false })?.size;
  return size === undefined ? {} : { total: Math.floor(size / MEGABYTE) };
}

function saidOf(
  { records, inOrder }: { readonly records: number; readonly inOrder: boolean },
  out: string,
  kind: ListKind | undefined,
): readonly string[] {
  const number = (value: number) => value.toLocaleString('en');
  const size = (HEADER_BYTES + records * RECORD_BYTES) / MEGABYTE;
  return [
    ...(kind === 'hashes' && !inOrder
      ? ['It was not sorted by hash, as downloads are; it was sorted here.']
      : []),
    `${out}: ${number(records)} passwords, ${number(Math.ceil(size * 10) / 10)} MB. Of passwords that are not on it, one in ${number(oneMistakenOf(records))} is taken for one that is.`,
    `Next: name it in the deployment's settings (policy.breachedPasswords: { file: … }), and deploy.`,
  ];
}
