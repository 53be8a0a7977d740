import { describe, expect, it } from 'vitest';
import { progress } from '../../cli/progress.ts';
import { scriptedSetting } from './scripted-setting.ts';

describe('progress', () => {
  const terminal = (changes: object) => {
    const { terminal: plain, said } = scriptedSetting({});
    return { said, terminal: { ...plain, ...changes } };
  };

  it('is a line for every tenth part where nobody is watching', () => {
    const { terminal: log, said } = terminal({});
    const bar = progress(log, 'Working', { total: 45 });
    for (let i = 0; i < 45; i += 1) bar.advance(1);
    bar.end();
    expect(said.talk.trimEnd().split('\n')).toEqual(
      [5, 10, 15, 20, 25, 30, 35, 40, 45].map((done) => `Working: ${done} of 45`),
    );
  });

  it('is a line for every thousand where nobody knows how many there are', () => {
    const { terminal: log, said } = terminal({});
    const bar = progress(log, 'Looking at people');
    for (let i = 0; i < 30; i += 1) bar.advance(100);
    expect(said.talk).toBe('Looking at people: 1000\nLooking at people: 2000\nLooking at people: 3000\n');
  });

  it.each([
    ['only data is wanted', { quiet: true }, {}],
    ['data comes to the same screen', { watched: true, dataShown: true }, { amidData: true }],
  ])('is nothing where %s', (_, changes, options) => {
    const { terminal: silent, said } = terminal(changes);
    const bar = progress(silent, 'Working', options);
    bar.advance(5_000);
    bar.end();
    expect(said).toEqual({ out: '', talk: '' });
  });
});
