import { describe, expect, it } from 'vitest';
import { warnings } from '../../../domain/policy/configuration.ts';
import { BALANCED, deployedConfiguration } from '../../../domain/policy/deployed-configuration.ts';
import { DEFAULT_LIMITS } from '../../../domain/policy/limits.ts';
import type { VerificationPolicy } from '../../../domain/verification/policy.ts';
import { aConfiguration } from '../../support/product.ts';

const deployed = {
  organization: { name: 'Example Ltd', helpDeskPhone: '1' },
  defaultDomain: 'CORP',
  eligibility: { bases: ['DC=corp'], ownAccounts: [] },
};

describe('the configuration of a deployment', () => {
  it('asks for a code and the answers for both actions, unless told otherwise', () => {
    const { actions, limits, emailCode, version } = deployedConfiguration(deployed);
    expect(version).toBe(0);
    expect(actions.unlock).toEqual({ offered: true, policy: BALANCED });
    expect(actions.reset).toEqual({ offered: true, policy: BALANCED });
    expect(limits).toEqual(DEFAULT_LIMITS);
    expect(emailCode.addresses).toBe('confirmed');
  });

  it('changes only what it was told', () => {
    const told = { ...deployed, actions: { unlock: { offered: false } }, limits: { triesPerFlow: 3 } };
    const { actions, limits } = deployedConfiguration(told);
    expect(actions.unlock).toEqual({ offered: false, policy: BALANCED });
    expect(actions.reset.offered).toBe(true);
    expect(limits).toEqual({ ...DEFAULT_LIMITS, triesPerFlow: 3 });
  });

  it('warns of nothing when it is the default', () => {
    expect(warnings(deployedConfiguration(deployed))).toEqual([]);
  });

  it("warns of codes that go to the directory's mail attribute", () => {
    expect(
      warnings({ ...deployedConfiguration(deployed), emailCode: { addresses: 'confirmed-or-directory' } }),
    ).toHaveLength(1);
  });

  it('warns of answers alone, for each action that is offered so', () => {
    const alone: VerificationPolicy = { required: ['security-answers'], optional: [], minimumOptional: 0 };
    const action = { offered: true, policy: alone };
    expect(warnings(aConfiguration({ actions: { unlock: action, reset: action } }))).toHaveLength(2);
    const hidden = { offered: false, policy: alone };
    expect(warnings(aConfiguration({ actions: { unlock: hidden, reset: action } }))).toHaveLength(1);
  });
});
