import { describe, expect, it } from 'vitest';
import { writeAttribute } from '../../../domain/post-actions/write-attribute.ts';
import { couldBeWritten, mayBeWritten } from '../../../domain/policy/writable-attributes.ts';
import type { Account } from '../../../domain/ports/account.ts';
import { anAttributeJob } from '../../support/post-actions.ts';
import { aProduct } from '../../support/product.ts';
import { anAccount, sidOf } from '../../support/scripted-account.ts';

const OUTSIDE = { webhooks: [], events: false, writableAttributes: ['extensionAttribute7', 'unicodePwd'] };

/** Has an attribute written of an account as the directory shows it; answers that, and what was written. */
async function written(attribute: string, account: Partial<Account> | 'gone' = {}) {
  const writes: (readonly [string, string])[] = [];
  const product = aProduct(
    { outside: OUTSIDE },
    {
      attributes: {
        at: async (_person, work) =>
          work(
            account === 'gone'
              ? undefined
              : {
                  account: anAccount('jo', account),
                  write: async (...write) => (writes.push(write), { kind: 'done' }),
                },
          ),
      },
    },
  );
  const carried = await writeAttribute(product.ports, anAttributeJob(attribute, 'reset'));
  return { carried, writes };
}

describe('writing an attribute after a change', () => {
  it('writes one that the deployment lists, however it is spelled', async () => {
    expect(await written('ExtensionAttribute7')).toEqual({
      carried: { kind: 'done' },
      writes: [['ExtensionAttribute7', 'reset']],
    });
  });

  it.each([
    ['one that is not listed', 'description', {}, 'does not list description'],
    ['one that a sign-in goes by, even when listed', 'unicodePwd', {}, 'does not list unicodePwd'],
    ['of an administrator', 'extensionAttribute7', { adminCount: true }, 'privileged'],
    ['of a member of Domain Admins', 'extensionAttribute7', { groups: [sidOf(512)] }, 'privileged'],
    ['of an account of ours', 'extensionAttribute7', { username: 'svc-selfservice' }, 'own-account'],
    [
      'outside the units that are served',
      'extensionAttribute7',
      { distinguishedName: 'CN=jo,DC=corp,DC=example' },
      'out-of-scope',
    ],
    ['of nobody', 'extensionAttribute7', 'gone', 'gone'],
  ] as const)('never writes %s', async (_name, attribute, account, why) => {
    const { carried, writes } = await written(attribute, account);
    expect(carried).toMatchObject({ kind: 'refused', why: expect.stringContaining(why) });
    expect(writes).toEqual([]);
  });
});

describe('the attributes that may be written', () => {
  it.each([
    'userAccountControl',
    'servicePrincipalName',
    'member',
    'mail',
    'mobile',
    'msDS-KeyCredentialLink',
    'mS-DS-ConsistencyGuid',
    'targetAddress',
    'userParameters',
    'sshPublicKey',
    'pwdLastSet',
    'a;binary',
    '',
    'a)(b=*',
  ])('never include %j', (attribute) => {
    expect(couldBeWritten(attribute)).toBe(false);
    expect(mayBeWritten(attribute, { writableAttributes: [attribute] })).toBe(false);
  });
});
