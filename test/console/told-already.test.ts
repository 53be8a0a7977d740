import { expect, test } from 'vitest';
import { isToldAlready } from '../../console/user-configurations/told-already.ts';
import { deployedConfiguration } from '../../domain/policy/deployed-configuration.ts';
import { warnings } from '../../domain/policy/warnings.ts';
import { assess } from '../../domain/verification/assessment.ts';
import { METHODS, type MethodName } from '../../domain/verification/method.ts';

/** A document that asks for one method to unlock and another to reset, and what is risky about it. */
function asking(unlock: MethodName, reset: MethodName) {
  const policy = (method: MethodName) => ({ required: [method], optional: [], minimumOptional: 0 });
  const { document } = deployedConfiguration({
    organization: { name: 'Example', helpDeskPhone: '4242' },
    defaultDomain: 'CORP',
    eligibility: { bases: ['DC=corp,DC=example'], ownAccounts: [] },
    actions: {
      unlock: { policy: policy(unlock) },
      reset: { policy: policy(reset) },
    },
  });
  const beside = [unlock, reset].flatMap((method) => assess(policy(method)).warnings);
  return { document, beside };
}

test.each(METHODS.flatMap((unlock) => [unlock, 'passkey' as const].map((reset) => [unlock, reset] as const)))(
  'what is risky about asking for %s to unlock and %s to reset is told beside the action, and not again below',
  (unlock, reset) => {
    const { document, beside } = asking(unlock, reset);
    expect(warnings(document).filter((one) => !isToldAlready(one, 'Everyone', beside))).toEqual([]);
  },
);

test('what has nothing to do with proofs is told below', () => {
  const { document, beside } = asking('email-code', 'email-code');
  const [everyone] = document.userConfigurations;
  if (!everyone) throw new Error('Nobody is offered anything');
  const stuck = {
    ...document,
    userConfigurations: [
      {
        ...everyone,
        actions: { ...everyone.actions, reset: { ...everyone.actions.reset, notWhileLocked: true } },
      },
    ],
  };
  expect(warnings(stuck).filter((one) => !isToldAlready(one, 'Everyone', beside))).toEqual([
    expect.stringContaining('nothing is offered while an account is locked'),
  ]);
});
