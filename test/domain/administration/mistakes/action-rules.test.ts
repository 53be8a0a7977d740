import { describe, expect, it } from 'vitest';
import type { UserConfiguration } from '../../../../domain/policy/user-configuration.ts';
import { aDocument } from '../../../support/any-document.ts';
import { ANSWERS_ACCEPTED, aUserConfiguration, notOffered, offered } from '../../../support/configured.ts';
import { found, messages } from './found.ts';

const rules = (unlock: UserConfiguration['actions']['unlock']) => ({
  userConfigurations: [
    aUserConfiguration('sales', {
      actions: { unlock, reset: notOffered },
      acceptedRisks: [ANSWERS_ACCEPTED],
    }),
  ],
});

describe('what a user configuration asks for', () => {
  it('demands no more than it offers, and nothing that does not exist', () => {
    expect(messages(rules(offered([], ['email-code'], 2)))).toEqual([
      'User configuration "sales" demands 2 of its 1 optional method to unlock.',
    ]);
    expect(found(rules(offered(['email-code'], [], -1)))).toEqual([
      'out-of-range /userConfigurations/0/actions/unlock/minimumOptional',
    ]);
    const magic = ['magic' as 'email-code'];
    expect(found(rules(offered(magic, magic)))).toEqual([
      'unknown-method /userConfigurations/0/actions/unlock/required/0',
      'unknown-method /userConfigurations/0/actions/unlock/optional/0',
      'already-there /userConfigurations/0/actions/unlock/optional/0',
    ]);
  });

  it('asks for each method once, required or optional', () => {
    expect(found(rules(offered(['email-code'], ['security-answers', 'email-code'], 1)))).toEqual([
      'already-there /userConfigurations/0/actions/unlock/optional/1',
    ]);
  });

  it('asks for something where it offers something', () => {
    expect(found(rules(offered([])))).toEqual(['asks-for-nothing /userConfigurations/0/actions/unlock']);
    expect(found(rules({ ...offered([]), offered: false }))).toEqual([]);
  });

  it("can't ask for a method that is switched off, unless there are others enough", () => {
    const methods = { ...aDocument().methods, 'email-code': { on: false, addresses: 'confirmed' as const } };
    const off = (rule: UserConfiguration['actions']['unlock']) => found({ ...rules(rule), methods });
    expect(off(offered(['security-answers', 'email-code']))).toEqual([
      'method-off /userConfigurations/0/actions/unlock/required/1',
    ]);
    expect(off(offered([], ['security-answers', 'email-code'], 1))).toEqual([]);
    expect(off(offered([], ['security-answers', 'email-code'], 2))).toEqual([
      'method-off /userConfigurations/0/actions/unlock/optional/1',
    ]);
    expect(off({ ...offered(['email-code']), offered: false })).toEqual([]);
  });
});
