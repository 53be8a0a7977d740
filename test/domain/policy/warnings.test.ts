import { describe, expect, it } from 'vitest';
import { deployedConfiguration } from '../../../domain/policy/deployed-configuration.ts';
import type { ResetRule, UnlockRule } from '../../../domain/policy/user-configuration.ts';
import { warnings } from '../../../domain/policy/warnings.ts';
import { aConfiguration, aUserConfiguration, notOffered, offered } from '../../support/configured.ts';

describe('the warnings about a configuration', () => {
  it('are none when it is the default', () => {
    const { document } = deployedConfiguration({
      organization: { name: 'Example Ltd', helpDeskPhone: '1' },
      defaultDomain: 'CORP',
      eligibility: { bases: ['DC=corp'], ownAccounts: [] },
    });
    expect(warnings(document)).toEqual([]);
  });

  it("tell of codes that go to the directory's mail attribute", () => {
    const { document } = aConfiguration({ document: { userConfigurations: [] } });
    const methods = {
      ...document.methods,
      'email-code': { on: true, addresses: 'confirmed-or-directory' },
    } as const;
    expect(warnings({ ...document, methods })).toEqual([expect.stringContaining('mail attribute')]);
  });

  it('tell of answers alone, by name, for each action that is offered so', () => {
    const { document } = aConfiguration();
    const alone = offered(['security-answers']);
    const both = offered(['security-answers', 'email-code']);
    const told = (unlock: typeof alone, reset: typeof alone) =>
      warnings({
        ...document,
        userConfigurations: [aUserConfiguration('Sales', { actions: { unlock, reset } })],
      });
    expect(told(alone, alone)).toEqual([
      expect.stringMatching(/"Sales".+enough to unlock/),
      expect.stringMatching(/"Sales".+enough to reset/),
    ]);
    expect(told(notOffered, both)).toEqual([]);
    // A second proof of several to choose from is a second proof.
    expect(told(offered(['security-answers'], ['email-code'], 1), both)).toEqual([]);
    expect(told(offered(['security-answers'], ['email-code'], 0), both)).toHaveLength(1);
    // Answers that may be chosen alone are answers alone.
    expect(told(offered([], ['email-code', 'security-answers'], 1), both)).toHaveLength(1);
    expect(told(offered([], ['email-code', 'security-answers'], 2), both)).toEqual([]);
  });

  it('tell of settings that leave somebody with nothing', () => {
    const { document } = aConfiguration();
    const rule = offered(['security-answers', 'email-code']);
    const told = (unlock: UnlockRule, reset: ResetRule) =>
      warnings({
        ...document,
        userConfigurations: [aUserConfiguration('Sales', { actions: { unlock, reset } })],
      });
    const waiting = { ...rule, notWhileLocked: true };
    expect(told(notOffered, waiting)).toEqual([expect.stringMatching(/"Sales", nothing.+is locked: /)]);
    expect(told(rule, waiting)).toEqual([expect.stringMatching(/locked and its password has expired/)]);
    expect(told({ ...rule, evenWhenExpired: true }, waiting)).toEqual([]);
    const aged = { ...rule, notBeforeMinimumAge: true };
    expect(told(notOffered, aged)).toEqual([expect.stringMatching(/before its minimum age/)]);
    expect(told(rule, aged)).toEqual([]);
    expect(told(notOffered, { ...waiting, notBeforeMinimumAge: true, offered: false })).toEqual([]);
  });
});
