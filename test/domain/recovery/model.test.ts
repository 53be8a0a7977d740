import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sweep } from '../../../domain/recovery/sweep.ts';
import { whereItStands } from '../../../domain/recovery/standing.ts';
import { sendCode } from '../../../domain/recovery/send-code.ts';
import { ACTIONS } from '../../../domain/policy/action.ts';
import { answersOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, type Product } from '../../support/product.ts';
import {
  kindsOf,
  offerAnswers,
  offerCode,
  repair,
  RESET,
  started,
  trailOf,
  UNLOCK,
} from '../../support/recovering.ts';
import { flowModel, steps, type FlowModel, type Step } from './recovery-model.ts';

const RUNS = Number(process.env['SOAK_RUNS'] ?? 100);

/** One person in two flows, the first of which has lost its request when the second comes to the same. */
const TWO_FLOWS: readonly Step[] = [
  { does: 'start', name: 'jo' },
  { does: 'start', name: 'jo' },
  { does: 'prove all', flow: 0 },
  { does: 'prove all', flow: 1 },
  { does: 'directory', from: 'lose-request' },
  { does: 'reset', flow: 0, operation: 0 },
  { does: 'directory', from: 'obey' },
  { does: 'reset', flow: 1, operation: 0 },
  { does: 'wait', minutes: 1 },
  { does: 'sweep' },
  { does: 'reset', flow: 1, operation: 1 },
];

interface World {
  readonly product: Product;
  readonly flows: FlowModel[];
  obeys: boolean;
}

async function aWorld(): Promise<World> {
  const product = aProduct({ limits: { sendsPerFlow: 99, startsPerSourceHour: 999 } });
  for (const name of ['jo', 'ann']) await enrolled(product, name);
  return { product, flows: [], obeys: true };
}

async function take(world: World, step: Step): Promise<void> {
  const { product, flows } = world;
  const { clock, script } = product;
  // Nobody does two things in one millisecond.
  clock.pass(1);
  if (step.does === 'start') {
    const { key } = await started(product, step.name);
    flows.push(flowModel(key, step.name, clock.now()));
  } else if (step.does === 'wait') clock.pass(step.minutes * MINUTE);
  else if (step.does === 'sweep') await sweepUp(world);
  else if (step.does === 'directory') {
    world.obeys = step.from === 'obey';
    script.answer(step.from === 'refuse' ? { refuse: 'policy' } : step.from);
  } else {
    const flow = flows[step.flow % Math.max(1, flows.length)];
    if (flow) await takeIn(world, flow, step);
  }
}

/** What was left is settled as what it was. */
async function sweepUp({ product: { ports, clock }, flows }: World): Promise<void> {
  const now = clock.now();
  await sweep(ports);
  for (const model of flows) {
    const swept = model.sweep(now);
    if (!swept) continue;
    const { outcome } = (await ports.flows.find(model.key)) ?? {};
    if (outcome?.result !== 'unchanged') model.end();
    expect(outcome?.result).toBe(swept.changed ? 'done' : 'unchanged');
  }
}

async function takeIn(world: World, flow: FlowModel, step: Extract<Step, { flow: number }>): Promise<void> {
  const { product, flows } = world;
  switch (step.does) {
    case 'send':
      return send(product, flow);
    case 'prove all':
      await send(product, flow);
      await offer(product, flow, 'email-code', flow.codes.at(-1) ?? '00000000');
      return offer(product, flow, 'security-answers', flow.name);
    case 'code': {
      const other = flows.find(({ key }) => key !== flow.key)?.codes.at(-1);
      const given = {
        newest: flow.codes.at(-1),
        oldest: flow.codes[0],
        'of another': other,
        wrong: undefined,
      }[step.which];
      return offer(product, flow, 'email-code', given ?? '00000000');
    }
    case 'answers':
      return offer(product, flow, 'security-answers', step.of === 'own' ? flow.name : step.of);
    case 'unlock':
    case 'reset':
      return spend(world, flow, step);
  }
}

async function send({ ports, clock }: Product, flow: FlowModel): Promise<void> {
  const sent = await sendCode(ports, flow.key, 'email-code');
  expect(sent.kind).toBe(flow.isOpen(clock.now()) ? 'sent' : 'closed');
  if (sent.kind !== 'sent') return;
  const letter = (await ports.flows.find(flow.key))?.outbox.at(-1)?.letter;
  if (letter && 'code' in letter) flow.sent(await ports.opener.open('code', letter.code), clock.now());
}

/** Offers a code, or the answers of somebody; a proof holds when the model says so, and never else. */
async function offer(
  product: Product,
  flow: FlowModel,
  method: 'email-code' | 'security-answers',
  what: string,
): Promise<void> {
  const now = product.clock.now();
  const isRight =
    method === 'email-code' ? flow.isRightCode(what, now) : what === flow.name && flow.name !== 'nobody';
  const isOpen = flow.isOpen(now);
  const verdict =
    method === 'email-code'
      ? await offerCode(product, flow.key, what)
      : await offerAnswers(product, flow.key, answersOf(what));
  if (!isOpen) return expect(verdict.kind).toBe('closed');
  // A person who had enough tries waits, right or wrong.
  if (verdict.kind !== 'wait') expect(verdict.kind).toBe(isRight ? 'proven' : 'wrong');
  flow.offered(method, verdict.kind, now);
}

/** The invariant: nothing is changed unless the action's policy is met by proofs of this person in this open flow. */
async function spend(
  { product, obeys, flows }: World,
  flow: FlowModel,
  { does, operation }: Extract<Step, { operation: number }>,
): Promise<void> {
  const { script, clock } = product;
  const allowed = flow.allows(does, clock.now());
  const before = script.changes.length;
  const isBusy = flows.some((other) => other.name === flow.name && other.isWorking());
  const isNew = !flow.operations.has(operation) && flow.operations.size < 5;
  const repaired = await repair(
    product,
    flow.key,
    does === 'reset' ? RESET : UNLOCK,
    `operation-${String(operation)}`,
  );
  const made = script.changes.slice(before);
  expect(made.length).toBeLessThanOrEqual(1);
  for (const { guid, action } of made) {
    expect(allowed).toBe(true);
    expect(action).toBe(does);
    expect(flow.name).not.toBe('nobody');
    expect(guid).toBe(script.member(flow.name).account.person.guid);
  }
  if (isBusy) expect(made).toHaveLength(0);
  if (allowed && isNew && flow.name !== 'nobody')
    if (isBusy) expect(repaired.kind).toBe('person-busy');
    else if (obeys) expect(made).toHaveLength(1);
  if (repaired.kind === 'unsettled') {
    flow.operations.add(operation);
    // Nobody is locked: an unlock that was made has changed nothing.
    flow.work({ action: does, at: clock.now(), changed: does === 'reset' && made.length > 0 });
  }
  if (repaired.kind !== 'settled') return;
  flow.operations.add(operation);
  if (repaired.outcome.result !== 'unchanged') flow.end();
}

/** What a flow says of itself is what the model says of it. */
async function compare({ product: { ports, clock }, flows }: World): Promise<void> {
  for (const flow of flows) {
    const stands = await whereItStands(ports, flow.key);
    expect(stands?.phase === 'open').toBe(flow.isOpen(clock.now()));
    if (stands?.phase !== 'open') continue;
    for (const action of ACTIONS)
      expect(stands.actions[action].kind === 'met').toBe(flow.allows(action, clock.now()));
  }
}

async function judgeTheEnd({ product }: World): Promise<void> {
  for (const name of ['jo', 'ann']) {
    const { person } = product.script.member(name).account;
    const kinds = kindsOf(await trailOf(product, person));
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    const working = (await product.ports.flows.unsettled(Number.MAX_SAFE_INTEGER, 99)).filter(
      (flow) => flow.person.guid === person.guid,
    );
    expect(count('change-settled') + working.length).toBe(count('change-intended'));
    const changes = product.script.changes.filter(({ guid }) => guid === person.guid).length;
    expect(count('change-intended')).toBeGreaterThanOrEqual(changes);
  }
}

describe('whatever anybody does, in whatever order', () => {
  it(
    'nothing is changed but by who proved all that the policy asks, in that flow, in time',
    async () => {
      let made = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (taken) => {
          const world = await aWorld();
          for (const step of taken) {
            await take(world, step);
            await compare(world);
          }
          await judgeTheEnd(world);
          made += world.product.script.changes.length;
        }),
        { numRuns: RUNS, examples: [[TWO_FLOWS]] },
      );
      // The sequences must lead somewhere, or they prove nothing.
      expect(made).toBeGreaterThan(RUNS / 10);
    },
    Math.max(30_000, RUNS * 300),
  );
});
