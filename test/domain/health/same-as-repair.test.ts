import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPerson } from '../../../domain/health/explain-person.ts';
import type { Explanation } from '../../../domain/health/explanation.ts';
import { prospectOf } from '../../../domain/health/pre-flight.ts';
import { listedWithEnrollments } from '../../../domain/administration/listed-with-enrollments.ts';
import { privilegeOf } from '../../../domain/policy/eligibility.ts';
import { ACTIONS, type Action } from '../../../domain/policy/action.ts';
import { answersOf } from '../../support/enrolled.ts';
import type { Product } from '../../support/product.ts';
import {
  offerAnswers,
  offerCode,
  repair,
  RESET,
  sentCode,
  started,
  UNLOCK,
} from '../../support/recovering.ts';
import { anyPerson, productWith, type AnyPerson } from './any-person.ts';

const JO = { kind: 'account-name', name: 'jo' } as const;
const RUNS = 250;

async function explained({ ports }: Product): Promise<Explanation> {
  const answer = await explainPerson(ports, JO);
  if (answer.kind !== 'somebody') throw new Error(`jo was ${answer.kind}`);
  return answer.explanation;
}

/** What truly comes of it: proves all that jo can prove, and asks for the action, of a directory that keeps to its rights. */
async function truly(drawn: AnyPerson, action: Action): Promise<string> {
  const product = await productWith(drawn);
  const { rights } = drawn;
  if (!(action === 'unlock' ? rights.unlock : rights.unlock && rights.resetPassword))
    product.script.answer({ refuse: 'not-permitted' });
  const flow = await started(product, 'jo');
  if (flow.mailboxes.length > 0) await offerCode(product, flow.key, await sentCode(product, flow.key));
  await offerAnswers(product, flow.key, answersOf('jo', flow.asked));
  const repaired = await repair(product, flow.key, action === 'unlock' ? UNLOCK : RESET);
  return repaired.kind === 'settled' ? repaired.outcome.result : repaired.kind;
}

describe('what is explained of anybody', () => {
  it('works when it truly would, and does not when it truly would not', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyPerson, async (drawn) => {
        const { actions } = await explained(await productWith(drawn));
        for (const action of ACTIONS) {
          const prospect = actions[action];
          const came = await truly(drawn, action);
          seen.add(prospect.works === false ? prospect.because : String(prospect.works));
          expect(came === 'done', `${action}: ${prospect.sentence} It came to ${came}.`).toBe(
            prospect.works === true,
          );
        }
      }),
      { numRuns: RUNS },
    );
    // Nothing is proven by people who are all stranded for the same reason.
    expect(seen.size).toBeGreaterThan(10);
  }, 120_000);

  it('names one thing to fix, unless all that is offered works', async () => {
    await fc.assert(
      fc.asyncProperty(anyPerson, async (drawn) => {
        const { actions, colour, fix } = await explained(await productWith(drawn));
        const works = ACTIONS.map((action) => actions[action].works);
        const all = works.includes(true) && !works.includes(false);
        expect(fix === undefined).toBe(all);
        expect(colour === 'green').toBe(all);
        if (works.includes(true) && !all) expect(colour).toBe('amber');
        expect(fix?.sentence ?? 'Fine.').toMatch(/^[A-Z“].*[^ ]$/s);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('is what the pre-flight says of them, but for what a list does not show', async () => {
    await fc.assert(
      fc.asyncProperty(anyPerson, async (drawn) => {
        const product = await productWith(drawn);
        const { actions, colour, fix } = await explained(product);
        const configuration = await product.ports.configuration.current();
        const privilege = privilegeOf(product.script.member('jo').account, configuration.eligibility);
        const codes = ACTIONS.map((action) => actions[action]).map(
          (prospect) => prospect.works === false && prospect.because,
        );
        // Of a list's people nobody knows the former SIDs, nor when they set their password.
        fc.pre(privilege?.by !== 'sid' || !drawn.account.formerSids?.includes(privilege.sid));
        fc.pre(!codes.includes('minimum-age'));
        const list = listedWithEnrollments(product.ports, [configuration], { limit: 9, states: true });
        for await (const somebody of list) {
          const prospect = prospectOf(somebody, configuration, product.clock.now());
          expect([prospect.colour, prospect.fix]).toEqual([colour, fix?.code]);
          for (const action of ACTIONS)
            expect(prospect.actions[action]).toEqual(withoutWords(actions[action]));
        }
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});

const withoutWords = ({ sentence: _words, ...prospect }: Explanation['actions'][Action]) =>
  prospect.works === false ? { works: false, because: prospect.because } : prospect;
