import { describe, expect, test } from 'vitest';
import { watchSettings } from '../../lib/settings/watch-settings.ts';

const mistakes = (settings: unknown) =>
  watchSettings.safeParse(settings).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('who is told of alarms', () => {
  test('are e-mail addresses and https addresses, for each severity', () => {
    const told = {
      page: ['on-call@example.com', 'https://events.example.com/in?key=1'],
      ticket: [],
      notice: [],
    };
    expect(watchSettings.parse(told)).toEqual({ ...told, runbook: 'docs/runbook.md' });
  });

  test('may be nobody, or one address for all', () => {
    expect(watchSettings.parse({ alarmEmail: 'it@example.com' })).toMatchObject({
      page: [],
      alarmEmail: 'it@example.com',
    });
  });

  test.each([
    'http://events.example.com/in',
    'https://user@example.com',
    'arn:aws:sns:eu-west-1:1:t',
    'Jo <jo@x.example>',
    '',
  ])('are nothing else, and the refusal says what to write: %s', (place) => {
    expect(mistakes({ page: ['on-call@example.com', place] })).toEqual([
      'page.1: must be an e-mail address such as oncall@example.com, or the https address of a service that takes notifications of SNS',
    ]);
  });
});
