import { describe, expect, it } from 'vitest';
import { previewMatch } from '../../../domain/administration/preview-match.ts';
import type { Account } from '../../../domain/ports/account.ts';
import type { ConfigurationChanges } from '../../support/configured.ts';
import { anAudience, aUserConfiguration, blockOf, blockOfGroup, EVERYONE } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct } from '../../support/product.ts';
import { anAccount, sidOf, STAFF } from '../../support/scripted-account.ts';

const SALES = { name: 'CORP\\Sales', sid: sidOf(2001) };
const FILTER = '(title=Chief*)';

async function preview(
  document: ConfigurationChanges['document'],
  changes: Partial<Account> = {},
  name = 'jo',
) {
  const product = aProduct({ document: document ?? {} });
  product.script.add(anAccount('jo', changes));
  return previewMatch(product.ports, { kind: 'account-name', name });
}

describe('a preview of a match', () => {
  it('says which user configuration wins, and which later ones would match too', async () => {
    const userConfigurations = [
      aUserConfiguration('others', {
        include: anAudience({ groups: [{ name: 'CORP\\Other', sid: sidOf(9) }] }),
      }),
      aUserConfiguration('chiefs', { include: EVERYONE, exclude: anAudience({ filter: FILTER }) }),
      aUserConfiguration('sales', { include: anAudience({ groups: [SALES] }) }),
      aUserConfiguration('everyone', { include: EVERYONE }),
    ];
    expect(await preview({ userConfigurations }, { groups: [sidOf(2001)], filters: [FILTER] })).toMatchObject(
      {
        kind: 'somebody',
        name: 'CORP\\jo',
        wins: {
          id: 'sales',
          because: { by: 'group', group: SALES },
          words: 'in the group "CORP\\Sales", directly or through another group',
        },
        also: [{ id: 'everyone', words: 'it is for everyone' }],
        status: 'never',
        methods: [],
      },
    );
  });

  it.each([
    [{ units: [STAFF] }, `under ${STAFF}`],
    [{ filter: FILTER }, `found by the filter ${FILTER}`],
    [
      { users: [{ name: 'CORP\\jo', guid: anAccount('jo').person.guid.toUpperCase() }] },
      'named as the user "CORP\\jo"',
    ],
  ])('says in words why: %j', async (include, words) => {
    const userConfigurations = [aUserConfiguration('one', { include: anAudience(include) })];
    expect(await preview({ userConfigurations }, { filters: [FILTER] })).toMatchObject({
      wins: { id: 'one', words },
    });
  });

  it('says that none matches', async () => {
    const told = await preview({
      userConfigurations: [aUserConfiguration('one', { include: anAudience() })],
    });
    expect(told).toMatchObject({ kind: 'somebody', also: [], status: 'not-offered' });
    expect(told).not.toHaveProperty('wins');
  });

  it('says which entry of the block list blocks somebody, directly or through a group, and until when', async () => {
    const until = '2100-02-01T00:00:00Z';
    const self = blockOf(anAccount('jo'));
    const group = blockOfGroup(sidOf(2001), until);
    const groups = [sidOf(2001)];
    expect(await preview({ blockList: [blockOf(anAccount('other')), self] })).toMatchObject({
      blocked: { entry: self, index: 1, through: 'user' },
      status: 'blocked',
    });
    expect(await preview({ blockList: [group] }, { groups })).toMatchObject({
      blocked: { entry: { until }, through: 'group' },
    });
    expect(
      await preview({ blockList: [blockOfGroup(sidOf(2001), '2100-01-01T00:00:00Z')] }, { groups }),
    ).not.toHaveProperty('blocked');
  });

  it.each([
    ['privileged', { adminCount: true }, 'protected'],
    ['privileged', { groups: [sidOf(512)] }, 'protected'],
    ['out-of-scope', { distinguishedName: 'CN=jo,OU=Lab,DC=corp,DC=example' }, 'not-offered'],
  ] as const)('says that nothing is done for somebody %s', async (refused, changes, status) => {
    expect(await preview({}, changes)).toMatchObject({ refused, status, wins: { id: 'everyone' } });
  });

  it('says so although somebody privileged is blocked as well', async () => {
    const told = await preview({ blockList: [blockOf(anAccount('jo'))] }, { adminCount: true });
    expect(told).toMatchObject({ refused: 'privileged', blocked: { index: 0 }, status: 'blocked' });
  });

  it('knows the product’s own accounts', async () => {
    const product = aProduct();
    product.script.add(anAccount('svc-dataproxy'));
    const told = await previewMatch(product.ports, { kind: 'account-name', name: 'svc-dataproxy' });
    expect(told).toMatchObject({ refused: 'own-account', status: 'protected' });
  });

  it('says nobody for a name that names none', async () => {
    expect(await preview({}, {}, 'nobody')).toEqual({ kind: 'nobody' });
  });

  it('shows what a document would make of somebody, before it is published', async () => {
    const product = aProduct();
    await enrolled(product, 'jo', { account: { groups: [sidOf(2001)] } });
    const claim = { kind: 'account-name', name: 'jo' } as const;
    expect(await previewMatch(product.ports, claim)).toMatchObject({
      wins: { id: 'everyone' },
      status: 'registered',
    });
    const { document } = await product.ports.configuration.current();
    const sales = aUserConfiguration('sales', { include: anAudience({ groups: [SALES] }) });
    const next = { ...document, userConfigurations: [sales, ...document.userConfigurations] };
    expect(await previewMatch(product.ports, claim, next)).toMatchObject({
      wins: { id: 'sales' },
      also: [{ id: 'everyone' }],
    });
  });
});
