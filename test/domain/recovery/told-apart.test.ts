import { describe, expect, it } from 'vitest';
import { answersOffer } from '../../../domain/verification/methods/security-answers.ts';
import { offerProof } from '../../../domain/recovery/offer-proof.ts';
import { startRecovery } from '../../../domain/recovery/start.ts';
import { whereItStands } from '../../../domain/recovery/standing.ts';
import { signIn } from '../../../domain/enrollment/sign-in.ts';
import { refOf } from '../../support/administering.ts';
import { anAudience, asking, aUserConfiguration, EVERYONE, offered } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, type Product } from '../../support/product.ts';
import { anAccount, sidOf } from '../../support/scripted-account.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const FILTER = '(department=Sales)';
const LEFT_OUT = '(employeeType=Contractor)';
const SALES = sidOf(1900);
const PARTS = ['pet', [2, ['car', 'toy', 'book', 'song']]] as const;
const NAMES = [
  'known',
  'by-filter',
  'by-group',
  'left-out',
  'never',
  'blocked',
  'privileged',
  'nobody',
] as const;

/** A company with everything that user configurations can judge by, groups of questions, and fewer asked than registered. */
async function aCompany(): Promise<Product> {
  const blocked = anAccount('blocked');
  const byCode = { unlock: offered(['email-code']), reset: offered(['email-code', 'security-answers']) };
  const product = aProduct({
    document: {
      ...asking(PARTS, { ask: 2 }),
      userConfigurations: [
        aUserConfiguration('sales', {
          include: anAudience({ groups: [{ name: 'CORP\\Sales', sid: SALES }], filter: FILTER }),
          exclude: anAudience({ filter: LEFT_OUT }),
          actions: byCode,
        }),
        aUserConfiguration('all', { include: EVERYONE, exclude: anAudience({ filter: LEFT_OUT }) }),
      ],
      blockList: [{ user: refOf(blocked), reason: 'left' }],
    },
  });
  await enrolled(product, 'known');
  await enrolled(product, 'by-filter', { account: { filters: [FILTER] } });
  await enrolled(product, 'by-group', { account: { groups: [SALES] } });
  await enrolled(product, 'left-out', { account: { filters: [FILTER, LEFT_OUT] } });
  await enrolled(product, 'blocked');
  await enrolled(product, 'privileged', { account: { adminCount: true } });
  product.script.add(anAccount('never'));
  return product;
}

describe('before proof, whoever is named under whatever user configuration', () => {
  it('costs the same calls of every port, and is told of methods and actions alike', async () => {
    const seen = [];
    for (const name of NAMES) {
      const product = await aCompany();
      const { ports, counts } = countedPorts(product.ports);
      const claim = { kind: 'account-name', name } as const;
      const started = await startRecovery(ports, {
        claim,
        source: '192.0.2.1',
        language: 'en',
        sendCode: 'email-code',
      });
      if (started.kind !== 'started') return expect.fail(started.kind);
      const { key, asked } = started.flow;
      const answers = Object.fromEntries(asked.map((id) => [id, 'something else']));
      const verdict = await offerProof(ports, key, '192.0.2.1', answersOffer(ports, answers));
      const stands = await whereItStands(ports, key);
      seen.push({ counts: counts(), asked: asked.length, verdict, actions: stands?.actions });
    }
    for (const one of seen) expect(one).toEqual(seen[0]);
  });

  it('a wrong password costs the same calls of every port', async () => {
    const seen = [];
    for (const name of NAMES) {
      const product = await aCompany();
      const { ports, counts } = countedPorts(product.ports);
      const claim = { kind: 'account-name', name } as const;
      const { kind } = await signIn(ports, { claim, password: 'wrong', source: '192.0.2.1', language: 'en' });
      seen.push({ kind, counts: counts() });
    }
    for (const one of seen) expect(one).toEqual(seen[0]);
  });
});
