import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALARMS } from '../../lib/watch/alarms.ts';

const sections = readFileSync('docs/runbook.md', 'utf8').split(/^(?=## )/m);
const names = sections.flatMap((section) => /^## (.+)$/m.exec(section)?.[1] ?? []);
const entryOf = (alarm: string): string =>
  sections.find((section) => section.startsWith(`## ${alarm}\n`)) ?? '';
const PARTS = ['People notice', 'First look', 'Likely causes', 'Do', 'Escalate'];

describe('the runbook', () => {
  test('has an entry for each alarm, and for nothing else', () => {
    expect(names.toSorted()).toEqual(Object.keys(ALARMS).toSorted());
  });

  test.each(Object.keys(ALARMS))(
    'of %s says what people notice, the first look, causes, what to do, when to call',
    (alarm) => {
      const said = PARTS.map(
        (part) => new RegExp(`^\\*${part}:\\* ?(\\S.*|\\n- )`, 'm').exec(entryOf(alarm))?.[1] ?? '',
      );
      expect(PARTS.filter((_, at) => said[at] === '')).toEqual([]);
    },
  );
});
