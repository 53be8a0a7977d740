import { describe, expect, test } from 'vitest';
import { defineConfig, type SettingsInput } from '../../lib/settings.ts';
import { CORP, RIGHT } from './right-settings.ts';

const WRITER = { username: 'noter', secretName: 'latchkey/noter' };
const HOOK = { name: 'desk', url: 'https://desk.example.com/hook', secretName: 'latchkey/desk' };

const settings = (postActions: unknown, attributeWriter?: unknown): SettingsInput => ({
  ...RIGHT,
  domains: [
    {
      ...CORP,
      accounts: {
        ...CORP.accounts,
        ...(attributeWriter !== undefined && { attributeWriter: attributeWriter as typeof WRITER }),
      },
    },
  ],
  postActions: postActions as SettingsInput['postActions'],
});

describe('what may be done after a change', () => {
  test('is nothing, unless it is said', () => {
    expect(defineConfig(settings(undefined)).postActions).toEqual({ webhooks: [], writableAttributes: [] });
  });

  test('is what is named, and may be told in a VPC without a way out: who tells is not in it', () => {
    const { postActions } = defineConfig(
      settings({ webhooks: [HOOK], writableAttributes: ['extensionAttribute7'] }, WRITER),
    );
    expect(postActions).toEqual({ webhooks: [HOOK], writableAttributes: ['extensionAttribute7'] });
  });

  test.each([
    [
      { writableAttributes: ['userAccountControl'] },
      WRITER,
      '"userAccountControl" will not do: give an attribute that no sign-in',
    ],
    [{ writableAttributes: ['mail'] }, WRITER, 'postActions.writableAttributes[0]'],
    [{ writableAttributes: ['info'] }, undefined, 'add accounts.attributeWriter to a domain'],
    [{}, WRITER, 'domains[0].accounts.attributeWriter: has nothing to write'],
    [
      { writableAttributes: ['info'] },
      { ...WRITER, username: 'setter' },
      'accounts.attributeWriter.username: setter is accounts.selfService.username too',
    ],
    [{ webhooks: [{ ...HOOK, url: 'http://desk.example.com' }] }, undefined, 'postActions.webhooks[0].url'],
    [
      { webhooks: [{ ...HOOK, url: 'https://u:p@desk.example.com' }] },
      undefined,
      'without user, query or fragment',
    ],
    [
      { webhooks: [HOOK, HOOK] },
      undefined,
      'postActions.webhooks[1].name: "desk" is the name of another webhook too',
    ],
    [{ topic: { arn: 'arn:aws:sqs:eu-west-1:111122223333:queue' } }, undefined, 'postActions.topic.arn'],
  ])('cannot be %j with the writer %j', (postActions, writer, says) => {
    expect(() => defineConfig(settings(postActions, writer))).toThrow(says);
  });
});
