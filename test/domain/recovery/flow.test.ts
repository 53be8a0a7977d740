import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MOVES, phase } from '../../../domain/recovery/flow.ts';
import { aFlow, NOW } from '../../support/stored-records.ts';

/** The arrows of the first state diagram of a Markdown text; `[*]` is where flows start, and ends are left out. */
function arrowsOf(markdown: string): string[] {
  const diagram = /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/.exec(markdown)?.[1] ?? '';
  return diagram
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().endsWith('--> [*]'))
    .map((line) => {
      const arrow = /^\s*(\[\*\]|\w+) --> (\w+): (.+)$/.exec(line);
      if (!arrow) throw new Error(`not an arrow: ${line}`);
      const [, from, to, by] = arrow;
      return `${from === '[*]' ? 'start' : String(from)} --> ${String(to)}: ${String(by)}`;
    });
}

describe('the picture of a recovery flow', () => {
  const page = readFileSync(new URL('../../../docs/flows.md', import.meta.url), 'utf8');

  it('shows exactly the moves there are', () => {
    expect(arrowsOf(page).toSorted()).toEqual(
      MOVES.map(({ from, to, by }) => `${from} --> ${to}: ${by}`).toSorted(),
    );
  });

  it('has a word on every move', () => {
    for (const { by } of MOVES) expect(page).toMatch(new RegExp(`^- \\*\\*${by}\\*\\*: `, 'mu'));
  });
});

describe('a flow', () => {
  it('never leaves an end, and is never begun but when it is open', () => {
    const ends = new Set(['done', 'refused', 'expired']);
    for (const { from, to } of MOVES) {
      expect(ends.has(from)).toBe(false);
      if (to === 'executing') expect(['open', 'start']).toContain(from);
      if (to === 'done') expect(from).toBe('executing');
    }
  });

  it('is open until its last millisecond', () => {
    const flow = aFlow();
    expect(phase(flow, flow.expiresAt - 1, 5)).toBe('open');
    expect(phase(flow, flow.expiresAt, 5)).toBe('expired');
  });

  it('is refused when its tries are used up, and expired rather than refused when both are true', () => {
    expect(phase(aFlow({ tries: 4 }), NOW, 5)).toBe('open');
    expect(phase(aFlow({ tries: 5 }), NOW, 5)).toBe('refused');
    expect(phase(aFlow({ tries: 5, expiresAt: NOW }), NOW, 5)).toBe('expired');
  });

  it('that is executing or done stays so, however late it is', () => {
    for (const state of ['executing', 'done'] as const)
      expect(phase(aFlow({ state, tries: 9, expiresAt: 0 }), NOW, 5)).toBe(state);
  });
});
