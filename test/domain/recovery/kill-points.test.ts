import { describe, expect, it } from 'vitest';
import { changePassword } from '../../../domain/recovery/change.ts';
import { repairAccount, type Repair } from '../../../domain/recovery/repair.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import type { Happening } from '../../../domain/trail/event.ts';
import type { Ports } from '../../../domain/ports/index.ts';
import { enrolled } from '../../support/enrolled.ts';
import { mortalPorts, type Death } from '../../support/mortal-ports.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { GOOD_PASSWORD, proven, repair, RESET, SOURCE, trailOf, UNLOCK } from '../../support/recovering.ts';
import { filetime } from '../../support/scripted-account.ts';
import type { Script } from '../../support/scripted-directory.ts';

const LOCKED = { locked: true, lockoutTime: filetime(NOW - MINUTE) };

interface Scene {
  readonly product: Product;
  readonly act: (ports: Ports) => Promise<unknown>;
  /** Asks again as an impatient person would, with the same operation. */
  readonly again: () => Promise<unknown>;
}

async function aRepair(what: Repair): Promise<Scene> {
  const product = aProduct();
  await enrolled(product, 'jo', { account: LOCKED });
  const { key } = await proven(product, 'jo');
  const request = { key, source: SOURCE, operation: 'operation-1' };
  return {
    product,
    act: (ports) => repairAccount(ports, request, what),
    again: () => repair(product, key, what),
  };
}

async function aChange(): Promise<Scene> {
  const product = aProduct();
  await enrolled(product, 'jo');
  const claim = { kind: 'account-name', name: 'jo' } as const;
  const request = {
    claim,
    password: 'Correct-Horse-1',
    newPassword: GOOD_PASSWORD,
    operation: 'operation-1',
    source: SOURCE,
    language: 'en',
  };
  return {
    product,
    act: (ports) => changePassword(ports, request),
    again: () => changePassword(product.ports, request),
  };
}

type Settled = Extract<Happening, { kind: 'change-settled' }>;

/** What must be true of the trail and the flows once everything is settled, however it came to pass. */
async function judgeTheEnd({ product }: Scene, where: string) {
  const events = await trailOf(product, product.script.member('jo').account.person);
  const intended = events.filter(({ happening }) => happening.kind === 'change-intended');
  const settled = events
    .map(({ happening }) => happening)
    .filter((happening): happening is Settled => happening.kind === 'change-settled');
  const { length: changes } = product.script.changes;
  expect(changes, `${where}: changes`).toBeLessThanOrEqual(1);
  expect(settled, `${where}: each intent is settled once`).toHaveLength(intended.length);
  expect(intended.length, `${where}: no change without an intent`).toBeGreaterThanOrEqual(changes);
  const told = settled.map(({ result }) => result);
  if (changes === 1) expect(told, `${where}: a change is told`).toContain('done');
  else expect(told, `${where}: nothing is told that did not happen`).not.toContain('done');
  expect(await product.ports.flows.unsettled(Number.MAX_SAFE_INTEGER, 9), where).toEqual([]);
  const parcels = await product.ports.outbox.due(product.clock.now(), 9);
  const notices = parcels.flatMap(({ messages }) => messages).filter(({ letter }) => !('code' in letter));
  expect(notices, `${where}: one notice for each change`).toHaveLength(changes);
}

/** Dies at every call there is, before and after it; answers at which calls it died. */
async function dieEverywhere(scene: () => Promise<Scene>, script: Script, death: Death): Promise<string[]> {
  const deaths: string[] = [];
  for (let last = 1; ; last += 1) {
    const now = await scene();
    now.product.script.answer(script);
    const { ports, died } = mortalPorts(now.product.ports, last, death);
    const end = await Promise.race([died, now.act(ports).then(() => undefined)]);
    if (end === undefined) return deaths;
    const where = `${death} ${end}`;
    deaths.push(where);
    now.product.script.answer('obey');
    now.product.clock.pass(MINUTE);
    await sweep(now.product.ports);
    await judgeTheEnd(now, where);
    await now.again();
    expect(now.product.script.changes.length, `${where}, asked again`).toBeLessThanOrEqual(1);
  }
}

const SCENES = [
  ['a reset', () => aRepair(RESET)],
  ['an unlock', () => aRepair(UNLOCK)],
  ['a change', aChange],
] as const;

describe.each(SCENES)('%s whose process dies', (name, scene) => {
  const bench =
    name === 'a change' ? 'passwords.changePassword' : `bench.${name === 'a reset' ? 'reset' : 'unlock'}`;
  const readBack = name === 'a change' ? 'passwords.readBack' : 'bench.readBack';

  it.each(['before', 'after'] as const)(
    '%s any call is settled as what it was, and made once at most',
    async (death) => {
      const deaths = await dieEverywhere(scene, 'obey', death);
      expect(deaths).toContain(`${death} ${bench}`);
      expect(deaths).toContain(`${death} flows.settle`);
      expect(deaths.length).toBeGreaterThanOrEqual(5);
    },
  );

  it('while the directory loses requests is never told as done', async () => {
    const deaths = await dieEverywhere(scene, 'lose-request', 'before');
    expect(deaths).toContain(`before ${readBack}`);
  });

  it('while the directory loses answers is told as what it was', async () => {
    const deaths = await dieEverywhere(scene, 'lose-answer', 'after');
    expect(deaths).toContain(`after ${readBack}`);
    expect(deaths).toContain(`after flows.settle`);
  });

  it('while the directory refuses is never told as done', async () => {
    await dieEverywhere(scene, { refuse: 'policy' }, 'after');
  });
});
