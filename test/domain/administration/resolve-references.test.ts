import { describe, expect, it } from 'vitest';
import { resolveReferences } from '../../../domain/administration/resolve-references.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import type { GroupRef } from '../../../domain/policy/audience.ts';
import { knownGroup, refOf } from '../../support/administering.ts';
import { anAudience, aConfiguration, aUserConfiguration } from '../../support/configured.ts';
import { aProduct, type Product } from '../../support/product.ts';
import { anAccount, sidOf, STAFF } from '../../support/scripted-account.ts';

const blocking = (groups: readonly GroupRef[]): ConfigurationDocument =>
  aConfiguration({ document: { blockList: groups.map((group) => ({ group, reason: 'x' })) } }).document;
const resolve = ({ ports }: Product, document: ConfigurationDocument, inForce = aConfiguration().document) =>
  resolveReferences(ports.directory, document, inForce);

/** A product whose directory counts what it is asked, one at a time or many. */
function watchedProduct() {
  const product = aProduct();
  const asked: string[] = [];
  let [now, most] = [0, 0];
  const object: Product['ports']['directory']['object'] = async (kind, nameOrId) => {
    asked.push(`${kind} ${nameOrId}`);
    now += 1;
    most = Math.max(most, now);
    const found = await product.ports.directory.object(kind, nameOrId);
    now -= 1;
    return found;
  };
  const ports = { ...product.ports, directory: { ...product.ports.directory, object } };
  return { product: { ...product, ports }, asked, most: () => most };
}

describe('what a document names in the directory', () => {
  it('is spelled as the directory spells it, everywhere, and gets its id', async () => {
    const product = aProduct();
    const sales = knownGroup(product, 'Sales', 2001);
    const { account: jo } = product.script.add(anAccount('jo'));
    const unit = {
      kind: 'unit',
      name: STAFF,
      id: STAFF,
      distinguishedName: STAFF,
      displayName: 'Staff',
    } as const;
    product.script.know(unit);
    const named = { name: 'sales', sid: '' };
    const { document } = aConfiguration({
      document: {
        userConfigurations: [
          aUserConfiguration('one', {
            include: anAudience({ groups: [named], units: [STAFF.toLowerCase()] }),
            exclude: anAudience({ users: [{ name: 'JO', guid: '' }] }),
          }),
        ],
        blockList: [{ user: { name: 'jo', guid: '' }, reason: 'left' }],
        access: { administrator: [], 'policy-editor': [named], 'help-desk': [named], auditor: [named] },
      },
    });
    const resolved = await resolve(product, document);
    expect(resolved.mistakes).toEqual([]);
    expect(resolved.filledIn).toBe(6);
    const [one] = resolved.document.userConfigurations;
    expect(one?.include).toMatchObject({ groups: [sales], units: [STAFF] });
    expect(one?.exclude.users).toEqual([refOf(jo)]);
    expect(resolved.document.blockList).toEqual([{ user: refOf(jo), reason: 'left' }]);
    expect(resolved.document.access).toEqual({
      administrator: [],
      'policy-editor': [sales],
      'help-desk': [sales],
      auditor: [sales],
    });
  });

  it('is found by its id whatever its name is now, and the name is brought up to date', async () => {
    const product = aProduct();
    const { sid } = knownGroup(product, 'Sales and Marketing', 2001);
    const { document, mistakes, filledIn } = await resolve(product, blocking([{ name: 'CORP\\Sales', sid }]));
    expect(mistakes).toEqual([]);
    expect(filledIn).toBe(0);
    expect(document.blockList).toMatchObject([{ group: { name: 'CORP\\Sales and Marketing', sid } }]);
  });

  it('is not another thing that has the name of one that is gone', async () => {
    const product = aProduct();
    knownGroup(product, 'Sales', 2002);
    const { mistakes, document } = await resolve(
      product,
      blocking([{ name: 'CORP\\Sales', sid: sidOf(2001) }]),
    );
    expect(mistakes).toMatchObject([{ code: 'not-in-directory', path: '/blockList/0/group' }]);
    expect(mistakes[0]?.message).toContain(sidOf(2001));
    expect(document.blockList).toMatchObject([{ group: { sid: sidOf(2001) } }]);
  });

  it('is not whoever has for a name what stands where the id should', async () => {
    const product = aProduct();
    product.script.add(anAccount('alice'));
    const { document } = aConfiguration({
      document: { blockList: [{ user: { name: 'CORP\\jo', guid: 'alice' }, reason: 'x' }] },
    });
    const { mistakes } = await resolve(product, document);
    expect(mistakes).toMatchObject([{ code: 'not-in-directory', path: '/blockList/0/user' }]);
  });

  it('is told by a warning, not a mistake, when it was in force before it went', async () => {
    const product = aProduct();
    const document = blocking([{ name: 'CORP\\Sales', sid: sidOf(2001) }]);
    const resolved = await resolve(product, document, document);
    expect(resolved.mistakes).toEqual([]);
    expect(resolved.warnings).toHaveLength(1);
    expect(resolved.warnings[0]).toContain('CORP\\Sales');
  });

  it('is asked for once, however often it is named, and never more than a few at a time', async () => {
    const { product, asked, most } = watchedProduct();
    const groups = Array.from({ length: 50 }, (_, i) => knownGroup(product, `Group ${String(i)}`, 3000 + i));
    const { mistakes } = await resolve(product, blocking([...groups, ...groups]));
    expect(mistakes).toEqual([]);
    expect(asked).toHaveLength(50);
    expect(most()).toBeGreaterThan(1);
    expect(most()).toBeLessThanOrEqual(8);
  });

  it('is not asked for without a name', async () => {
    const { product, asked } = watchedProduct();
    const { mistakes } = await resolve(product, blocking([{ name: ' ', sid: '' }]));
    expect(asked).toEqual([]);
    expect(mistakes).toHaveLength(1);
  });
});
