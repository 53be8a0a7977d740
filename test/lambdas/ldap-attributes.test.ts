import { describe, expect, it } from 'vitest';
import { enrolled } from '../support/enrolled.ts';
import { ATTRIBUTES, federatedDoor, recovering } from '../support/federated.ts';
import { jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { masked } from '../support/masked.ts';

const PAGE = '/recover/ldap-attributes';
const ATTRIBUTE_VALUES = { employeeID: '4711', departmentNumber: 'K-12' };
const RIGHT = { 'given.employeeID': '4711', 'given.departmentNumber': 'K-12' };

async function withJo(): Promise<FrontDoor> {
  const door = federatedDoor(undefined);
  await enrolled(door.product, 'jo');
  door.product.script.member('jo').attributes = ATTRIBUTE_VALUES;
  return door;
}
const inJson = async (door: FrontDoor, attributes: object) => {
  const client = jsonClient(door);
  await client.start('jo');
  return client.call('POST', '/api/recovery/proofs/ldap-attributes', { attributes });
};

describe('attributes of an account, as a proof', () => {
  it('hold when all of them do, and lead on to what is asked for besides', async () => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    const form = await jo.open(PAGE);
    for (const { label } of ATTRIBUTES) expect(form.body).toContain(label.en);
    expect(form.body).not.toContain('4711');
    const proven = await jo.send(PAGE, { ...RIGHT, 'given.employeeID': ' 4711 ' });
    expect(proven.body).toContain('One more check');
    expect(door.counted).toContain('["ProofAccepted",{"method":"ldap-attributes"}]');
  });

  it.each([
    ['the first', { ...RIGHT, 'given.employeeID': '1' }],
    ['the second', { ...RIGHT, 'given.departmentNumber': '1' }],
    ['both', { 'given.employeeID': '1', 'given.departmentNumber': '1' }],
  ])('are refused alike when %s is wrong', async (_which, typed) => {
    const door = await withJo();
    const jo = await recovering(door, 'jo');
    await jo.open(PAGE);
    const again = await jo.send(PAGE, typed);
    expect(again.body).toContain('We could not confirm it’s you from this.');
    expect(again.body).not.toContain('-error"');
    expect(again.body).toContain('can try 4 more times');
  });

  it('stand for nothing by an asterisk', async () => {
    const answer = await inJson(await withJo(), { employeeID: '*', departmentNumber: '*' });
    expect([answer.status, jsonOf(answer)['code']]).toEqual([403, 'proof-wrong']);
  });

  it.each([
    ['one is blank', { employeeID: '4711', departmentNumber: ' ' }],
    ['one is not there', { employeeID: '4711' }],
    ['there are others', { ...ATTRIBUTE_VALUES, sAMAccountName: 'jo' }],
  ])('are a slip that counts nothing when %s', async (_what, attributes) => {
    const door = await withJo();
    const answer = await inJson(door, attributes);
    expect([answer.status, jsonOf(answer)['code']]).toEqual([400, 'answers-incomplete']);
    expect(door.counted.join()).not.toContain('Proof');
  });

  it('are told alike to everyone, a name that nobody has too', async () => {
    const door = await withJo();
    const seen = async (name: string) => {
      const visitor = await recovering(door, name);
      await visitor.open(PAGE);
      for (let i = 0; i < 5; i += 1) await visitor.send(PAGE, { ...RIGHT, 'given.employeeID': '1' });
      return visitor.seen.map(masked);
    };
    expect(await seen('nobody')).toEqual(await seen('jo'));
  });

  it('are not asked for where the method is off', async () => {
    const door = federatedDoor(undefined, {
      methods: { 'ldap-attributes': { on: false, attributes: ATTRIBUTES } },
    });
    await enrolled(door.product, 'jo');
    door.product.script.member('jo').attributes = ATTRIBUTE_VALUES;
    const answer = await inJson(door, ATTRIBUTE_VALUES);
    expect([answer.status, jsonOf(answer)['code']]).toEqual([404, 'method-not-offered']);
  });
});
