import { describe, expect, it } from 'vitest';
import { adminDesk, visitOf } from '../../support/admin-desk.ts';
import { aProduct } from '../../support/product.ts';
import { frontDoor, jsonOf } from '../../support/front-door.ts';

const ask = async (product: ReturnType<typeof aProduct>, handle: string, method: string, path: string, body?: string) => {
  const door = frontDoor(product);
  const t = performance.now();
  const answer = await door.ask({ method, path, headers: { 'content-type': 'application/json', authorization: `Bearer ${handle}` }, ...(body !== undefined && { body }) });
  console.log(method, path, (body ?? '').length, '->', answer.status, answer.body.length, answer.body.slice(0,30), Math.round(performance.now() - t), 'ms');
  return answer;
};
describe('probe', () => {
  it('probes', async () => {
    const product = aProduct();
    const h = await visitOf(product, 'alice');
    const deep = (n: number) => '['.repeat(n) + ']'.repeat(n);
    await ask(product, h, 'POST', '/api/admin/plan', `{"document":{"format":1,"languages":${deep(500000)}}}`);
    await ask(product, h, 'POST', '/api/admin/plan', `{"document":{"format":${deep(500000)}}}`);
    await ask(product, h, 'POST', '/api/admin/plan', `{"document":{"format":1,"x":"${'é'.repeat(500000)}"}}`);
    await ask(product, h, 'POST', '/api/admin/plan', `{"document":{"__proto__":{"format":1},"format":1,"branding":{"organization":{"__proto__":"x","constructor":"y"}}}}`);
    const { document } = product.configuration;
    const text = (d: unknown) => JSON.stringify({ document: d });
    const rule = document.userConfigurations[0]!;
    const units = (n: number) => Array.from({ length: n }, (_, i) => `ou=${i},dc=a`);
    for (const n of [100, 300, 1000])
      await ask(product, h, 'POST', '/api/admin/match', JSON.stringify({ username: 'x', document: { ...document, userConfigurations: [{ ...rule, include: { users: [], groups: [], units: units(n) } }] } }));
    const groups = (g: number, q: number) => Array.from({ length: g }, (_, i) => ({ id: `g${i}`, name: 'g', answer: 1, questions: Array.from({ length: q }, (_, j) => `q${j}`) }));
    for (const [g, q] of [[100, 100], [300, 100], [1000, 100]] as const)
      await ask(product, h, 'POST', '/api/admin/plan', text({ ...document, groups: groups(g, q), questionnaire: { ...document.questionnaire, items: Array.from({ length: g }, (_, i) => ({ group: `g${i}` })) } }));
    for (const [g, q] of [[1000, 1]] as const)
      await ask(product, h, 'POST', '/api/admin/plan', text({ ...document, groups: groups(g, q), questionnaire: { ...document.questionnaire, items: [...Array.from({ length: 500 }, (_, i) => ({ group: `g${i}` })), ...Array.from({ length: 500 }, (_, i) => ({ question: `z${i}` }))] } }));
    await ask(product, h, 'POST', '/api/admin/plan', text({ ...document, branding: { ...document.branding, organization: Object.fromEntries(Array.from({ length: 80000 }, (_, i) => [`x${i}`, ''])) } }));
    await ask(product, h, 'POST', '/api/admin/plan', text({ ...document, branding: { ...document.branding, organization: { ['en-' + 'a1-'.repeat(300000)]: 'x' } } }));
    await ask(product, h, 'POST', '/api/admin/plan', text(Object.fromEntries(Array.from({ length: 80000 }, (_, i) => [`x${i}`, 1]))));
    await ask(product, h, 'POST', '/api/admin/plan', text({ ...document, questions: Array.from({ length: 1000 }, (_, i) => ({ id: `Q ${i}`, texts: {}, minimumLength: -1, nonsense: 1 })) , userConfigurations: Array.from({length: 1000}, (_, i) => ({...rule, id: `_${i}`, name: '', include: {users: [], groups: [], units: []}})) }));
    const many = (n: number, m: number) => Array.from({ length: n }, (_, i) => ({ ...rule, id: 'c' + i, include: { users: [], groups: [], units: units(m) } })); await ask(product, h, 'POST', '/api/admin/plan', text({ ...document, userConfigurations: many(60, 1000) })); await ask(product, h, 'POST', '/api/admin/registrations/remind', JSON.stringify({ people: [{ domain: 'OTHER', guid: 'x' }] }));
    await ask(product, h, 'GET', `/api/admin/registrations?under=${encodeURIComponent('OU=Nowhere,DC=corp,DC=example')}`);
    expect(adminDesk).toBeDefined();
    expect(jsonOf).toBeDefined();
  }, 300_000);
});
