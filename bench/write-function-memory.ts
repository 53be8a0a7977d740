import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { measureMemory, type MemoryMeasured } from './memory.ts';
import { at, memorySize, SIZES, whoWaits } from './memory-size.ts';

/** `tsx bench/write-function-memory.ts`: measures every function anew and writes docs/function-memory.md. */
const row = (it: MemoryMeasured): string => {
  const times = SIZES.map((size) => `${at(size, it.firstMs)} / ${at(size, it.callMs)}`);
  const cells = [
    it.name,
    it.firstMs,
    it.call,
    it.callMs,
    it.peakMiB,
    ...times,
    whoWaits(it.name),
    `**${memorySize(it)}**`,
  ];
  return `| ${cells.join(' | ')} |`;
};
const measured = await measureMemory();
const lines = [
  '# How much memory a function is given',
  '',
  'Written by `tsx bench/write-function-memory.ts`; a test holds `lib/function-plans.ts` to the last column. Each function is the bundle that is deployed, in a process of its own behind a Lambda Runtime API, on x86_64 (AMD EPYC, Node 24), over a run in which 12 people register, prove themselves, unlock or reset.',
  '**First** is the CPU, in milliseconds, of a start with its first answer (the least of eight starts); **call** that of the heaviest kind of call afterwards (the least of 6 to 12 of each kind: what else the machine does can only add to it); **peak** the most memory the process ever had, Node and all, in MiB.',
  '',
  `| Function | First | Heaviest call | Call | Peak | ${SIZES.map((size) => `at ${size} MB`).join(' | ')} | Meanwhile somebody | Chosen, MB |`,
  `|---|---|---|---|---|${SIZES.map(() => '---|').join('')}---|---|`,
  ...measured.map(row),
  '',
  '**The rule** (`bench/memory-size.ts`): the smallest size of which the peak fills at most two thirds, and at which the CPU of a start with its first answer takes at most 500 ms and that of a call 150 ms where somebody looks at a page, 1,000 and 150 ms where they wait for a letter, any time where nobody waits. A tenth more is let through: so much one run of the bench differs from the next.',
  '*At n MB* is first / call at that size, in milliseconds: Lambda gives one processor at 1769 MB and of it in proportion below, which is its documentation and was **not measured** (nothing here was run on Lambda). What a call waits for (directory, store, KMS) comes on top and does not depend on the size: it is',
  'what makes a size larger than needed dear, as the CPU alone costs the same at any. The start of a real environment also loads the bundle, which Lambda does with more than the share of its size; arm64 was not measured, nor calls over many people: those take 129 MiB at most (docs/measurements.md) and go page by page. The first answer of `rotation` is the step that makes a new password; the heaviest of its four steps is in the table.',
  '',
];
writeFileSync(path.join(import.meta.dirname, '..', 'docs', 'function-memory.md'), lines.join('\n'));
