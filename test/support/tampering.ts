import { generateKeyPairSync, sign } from 'node:crypto';
import { canonical, objectIn, sha256 } from '../../cli/trail/canonical.ts';

/** Whole numbers from 0 up to `below`, always the same for one seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Roll = ReturnType<typeof dice>;
type Files = Map<string, string>;
type Tampering = (files: Files, roll: Roll) => void;

const chosen = <T>(from: readonly T[], roll: Roll): T => {
  const one = from[roll(from.length)];
  if (one === undefined) throw new Error('there is nothing to choose from');
  return one;
};
const named = (files: Files, start: string): string[] =>
  [...files.keys()].filter((name) => name.startsWith(start)).toSorted();
const linesOf = (files: Files, name: string): string[] => (files.get(name) ?? '').split('\n').slice(0, -1);
const write = (files: Files, name: string, lines: readonly string[]): void =>
  void files.set(name, lines.map((line) => `${line}\n`).join(''));
/** A line whose hash is right for what it says. */
function rehashed(line: Readonly<Record<string, unknown>>): string {
  const { hash: _, ...body } = line;
  return canonical({ ...body, hash: sha256(canonical(body)) });
}
const changed = (line: string): Readonly<Record<string, unknown>> => {
  const whole = objectIn(line) ?? {};
  return { ...whole, event: { ...Object(whole['event']), source: '203.0.113.66' } };
};

/** What somebody may do to a copy of the archive, or to the archive, who has everything but the key. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a character is changed'(files, roll) {
    const name = chosen([...files.keys()], roll);
    const text = files.get(name) ?? '';
    const at = roll(text.length);
    const other = String.fromCodePoint(32 + ((text.charCodeAt(at) - 32 + 1 + roll(93)) % 95));
    files.set(name, text.slice(0, at) + other + text.slice(at + 1));
  },
  'events are deleted'(files, roll) {
    const name = chosen(named(files, 'chain/'), roll);
    const lines = linesOf(files, name);
    lines.splice(roll(lines.length), 1 + roll(3));
    write(files, name, lines);
  },
  'two events are swapped'(files, roll) {
    const names = named(files, 'chain/');
    const [one, other] = [chosen(names, roll), chosen(names, roll)];
    const [from, to] = [linesOf(files, one), linesOf(files, other)];
    const [i, j] = [roll(from.length), roll(to.length)];
    const [first = '', second = ''] = [from[i], to[j]];
    from[i] = second;
    write(files, one, from);
    const after = one === other ? linesOf(files, other) : to;
    after[j] = first;
    write(files, other, after);
  },
  'two files are swapped'(files, roll) {
    const [one, other] = [chosen([...files.keys()], roll), chosen([...files.keys()], roll)];
    const [first = '', second = ''] = [files.get(one), files.get(other)];
    files.set(one, second).set(other, first);
  },
  'a file is deleted'(files, roll) {
    files.delete(chosen([...named(files, 'chain/'), ...named(files, 'roots/')], roll));
  },
  'a file is cut off'(files, roll) {
    const name = chosen([...files.keys()], roll);
    const text = files.get(name) ?? '';
    files.set(name, text.slice(0, roll(text.length)));
  },
  'the end of a shard is cut off'(files, roll) {
    const shard = named(files, `chain/${roll(4)}/`);
    for (const name of shard.slice(roll(shard.length))) files.delete(name);
  },
  'everything after a root is cut off'(files, roll) {
    const roots = named(files, 'roots/');
    const last = roll(roots.length - 1);
    for (const name of roots.slice(last + 1)) files.delete(name);
    const root = objectIn(files.get(roots[last] ?? '') ?? '') ?? {};
    for (const { shard, batch } of root['shards'] as { readonly shard: number; readonly batch: number }[])
      for (const name of named(files, `chain/${shard}/`))
        if (Number(name.slice(-16, -6)) > batch) files.delete(name);
  },
  'an event is told twice'(files, roll) {
    const name = chosen(named(files, 'chain/'), roll);
    const lines = linesOf(files, name);
    const at = roll(lines.length);
    lines.splice(at, 0, lines[at] ?? '');
    write(files, name, lines);
  },
  'an event is changed, with a hash that fits'(files, roll) {
    const name = chosen(named(files, 'chain/'), roll);
    const lines = linesOf(files, name);
    const at = roll(lines.length);
    lines[at] = rehashed(changed(lines[at] ?? ''));
    write(files, name, lines);
  },
  'a chain is sealed anew from an event on'(files, roll) {
    const batches = named(files, `chain/${roll(4)}/`);
    const from = roll(batches.length);
    let prev: unknown;
    for (const name of batches.slice(from)) {
      const lines = linesOf(files, name).map((line) => {
        const whole = prev === undefined ? changed(line) : { ...objectIn(line), prev };
        const anew = rehashed(whole);
        prev = objectIn(anew)?.['hash'];
        return anew;
      });
      write(files, name, lines);
    }
  },
  'an event is added at the end'(files, roll) {
    const name = named(files, `chain/${roll(4)}/`).at(-1) ?? '';
    const lines = linesOf(files, name);
    const last = objectIn(lines.at(-1) ?? '') ?? {};
    lines.push(rehashed({ ...last, seq: Number(last['seq']) + 1, prev: last['hash'] }));
    write(files, name, lines);
  },
  'a root is signed anew with another key'(files, roll) {
    const name = chosen(named(files, 'roots/'), roll);
    const { signature: _, ...root } = objectIn(files.get(name) ?? '') ?? {};
    const signed = canonical({ ...root, through: Number(root['through']) + 1 });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64');
    files.set(name, `${canonical({ ...objectIn(signed), signature })}\n`);
  },
};

/** A copy of the files to which this was done; undefined when it came to nothing. */
export function tampered(files: ReadonlyMap<string, string>, kind: string, roll: Roll): Files | undefined {
  const copy = new Map(files);
  TAMPERINGS[kind]?.(copy, roll);
  const same = copy.size === files.size && [...files].every(([name, text]) => copy.get(name) === text);
  return same ? undefined : copy;
}
