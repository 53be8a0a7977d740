import { describe, expect, it } from 'vitest';
import type { FlowStore } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import type { Proof } from '../../domain/verification/method.ts';
import { aCode, aFlow, aMessage, anEvent, anIntent, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';
import { codesByMethodContract } from './flow-store-codes.ts';
import { started, triedOnce } from './tried-flows.ts';

const answered: Proof = { method: 'security-answers', at: NOW };
const entered: Proof = { method: 'email-code', at: NOW };

/** A flow with some tries counted, as it is just before a proof is kept. */
async function tried(flows: FlowStore, tries = 1): Promise<Flow> {
  let flow = await started(flows);
  for (let n = 0; n < tries; n += 1) flow = await triedOnce(flows, flow);
  return flow;
}

/** Codes and proofs. */
export function flowProofsContract(make: MakeCentralStore): void {
  describe('proofs and codes', () => {
    proofs(make);
    codes(make);
    codesAsProof(make);
    codesByMethodContract(make);
  });
}

function proofs(make: MakeCentralStore): void {
  it('keeps a proof and gives its try back', async () => {
    const { flows } = await make();
    const flow = await tried(flows, 2);
    const proven = { ...flow, proofs: [answered], tries: 1, version: 2 };
    expect(await flows.prove(flow, answered, NOW)).toEqual(proven);
    expect(await flows.find(flow.key)).toEqual(proven);
  });

  it('keeps proofs in the order they were met', async () => {
    const { flows } = await make();
    const flow = await tried(flows, 2);
    await flows.prove(flow, answered, NOW);
    await flows.prove(flow, { method: 'email-code', at: NOW + 1 }, NOW + 1);
    expect((await flows.find(flow.key))?.proofs.map(({ method }) => method)).toEqual([
      'security-answers',
      'email-code',
    ]);
  });

  it('keeps no proof of a try that was not counted', async () => {
    const { flows } = await make();
    const flow = await tried(flows, 0);
    expect(await flows.prove(flow, answered, NOW)).toBeUndefined();
    expect((await flows.find(flow.key))?.proofs).toEqual([]);
  });

  it('gives a try back once, however often the same proof is kept', async () => {
    const { flows } = await make();
    const flow = await tried(flows, 5);
    const answers = await atOnce(4, () => flows.prove(flow, answered, NOW));
    expect(countOf(answers, (answer) => answer !== undefined)).toBe(1);
    expect(await flows.find(flow.key)).toMatchObject({ tries: 4, proofs: [answered] });
  });

  it('keeps no proof of a flow that is expired, executing, or not there', async () => {
    const { flows } = await make();
    const idle = await tried(flows);
    const busy = await tried(flows);
    await flows.begin(busy, anIntent(), aMessage(), anEvent(), NOW);
    expect(await flows.prove(idle, answered, idle.expiresAt)).toBeUndefined();
    expect(await flows.prove(busy, answered, NOW)).toBeUndefined();
    expect(await flows.prove(aFlow(), answered, NOW)).toBeUndefined();
    expect((await flows.find(idle.key))?.proofs).toEqual([]);
  });
}

function codes(make: MakeCentralStore): void {
  it('puts a code in force and its message in the outbox', async () => {
    const { flows, outbox } = await make();
    const flow = await tried(flows, 0);
    const [code, message] = [aCode(), aMessage()];
    const issued = {
      ...flow,
      codes: { 'email-code': code },
      outbox: [message],
      sends: { 'email-code': 1 },
      version: 2,
    };
    expect(await flows.issueCode(flow.key, 'email-code', code, message, NOW, 3)).toEqual(issued);
    expect(await flows.find(flow.key)).toEqual(issued);
    const parcel = {
      carrier: { kind: 'flow', key: flow.key },
      person: flow.person,
      messages: [message],
    };
    expect(await outbox.due(NOW, 10)).toEqual([parcel]);
  });

  it('sends exactly as many codes as a flow may have, of 32 asked for at once', async () => {
    const { flows } = await make();
    const flow = await tried(flows, 0);
    const answers = await atOnce(32, () =>
      flows.issueCode(flow.key, 'email-code', aCode(), aMessage(), NOW, 3),
    );
    expect(countOf(answers, (answer) => answer !== undefined)).toBe(3);
    const kept = await flows.find(flow.key);
    expect(kept?.sends).toEqual({ 'email-code': 3 });
    expect(kept?.outbox).toHaveLength(3);
  });

  it('sends no code for a flow that is expired, executing, or not there', async () => {
    const { flows, outbox } = await make();
    const idle = await tried(flows, 0);
    const busy = await tried(flows, 0);
    await flows.begin(busy, anIntent(), aMessage(), anEvent(), NOW);
    expect(
      await flows.issueCode(idle.key, 'email-code', aCode(), aMessage(), idle.expiresAt, 3),
    ).toBeUndefined();
    expect(await flows.issueCode(busy.key, 'email-code', aCode(), aMessage(), NOW, 3)).toBeUndefined();
    expect(await flows.issueCode('nobody', 'email-code', aCode(), aMessage(), NOW, 3)).toBeUndefined();
    expect(await outbox.due(NOW + MINUTE, 10)).toEqual([]);
  });
}

function codesAsProof(make: MakeCentralStore): void {
  it('uses a code up with its proof, once, of 16 that offer it at once', async () => {
    const { flows } = await make();
    const flow = await tried(flows, 16);
    const code = aCode();
    await flows.issueCode(flow.key, 'email-code', code, aMessage(), NOW, 3);
    const answers = await atOnce(16, (index) =>
      flows.prove(flow, { ...entered, at: NOW - index }, NOW, code.tag),
    );
    expect(countOf(answers, (answer) => answer !== undefined)).toBe(1);
    const kept = await flows.find(flow.key);
    expect(kept?.codes).toEqual({});
    expect(kept).toMatchObject({ tries: 15, sends: { 'email-code': 1 } });
    expect(kept?.proofs).toHaveLength(1);
  });

  it('ends a code when another is sent: the one before proves nothing', async () => {
    const { flows } = await make();
    const flow = await tried(flows);
    const [first, second] = [aCode(), aCode()];
    await flows.issueCode(flow.key, 'email-code', first, aMessage(), NOW, 3);
    await flows.issueCode(flow.key, 'email-code', second, aMessage(), NOW, 3);
    expect(await flows.prove(flow, entered, NOW, first.tag)).toBeUndefined();
    expect(await flows.prove(flow, entered, NOW, second.tag)).toMatchObject({ proofs: [entered] });
  });

  it('takes no code after its time, and none that was never sent', async () => {
    const { flows } = await make();
    const flow = await tried(flows);
    const code = aCode({ expiresAt: NOW + MINUTE });
    expect(await flows.prove(flow, entered, NOW, code.tag)).toBeUndefined();
    await flows.issueCode(flow.key, 'email-code', code, aMessage(), NOW, 3);
    expect(await flows.prove(flow, entered, NOW + MINUTE, code.tag)).toBeUndefined();
    expect(await flows.prove(flow, entered, NOW + MINUTE - 1, code.tag)).toBeDefined();
  });

  it('leaves the code in force when another method is proven', async () => {
    const { flows } = await make();
    const flow = await tried(flows);
    const code = aCode();
    await flows.issueCode(flow.key, 'email-code', code, aMessage(), NOW, 3);
    expect(await flows.prove(flow, answered, NOW)).toMatchObject({ codes: { 'email-code': code } });
  });
}
