import { describe, expect, it } from 'vitest';
import type { UserConfiguration } from '../../../../domain/policy/user-configuration.ts';
import { anAudience, aUserConfiguration, EVERYONE } from '../../../support/configured.ts';
import { found, messages, mistakesIn, sales, smith } from './found.ts';

const included = (include: UserConfiguration['include'], more: Partial<UserConfiguration> = {}) => ({
  userConfigurations: [aUserConfiguration('sales', { include, ...more })],
});
describe('a user configuration', () => {
  it('says where the group is that is there already, and calls it no clash with the block list', () => {
    const twice = anAudience({ groups: [sales, { ...sales, sid: sales.sid.toLowerCase() }] });
    const [mistake, ...others] = mistakesIn(included(twice));
    expect(others).toEqual([]);
    expect(mistake).toMatchObject({
      path: '/userConfigurations/0/include/groups/1',
      code: 'already-there',
      message:
        'Group "CORP\\Sales" is already in this user configuration, at /userConfigurations/0/include/groups/0.',
    });
    expect(`${mistake?.message} ${mistake?.remedy}`).not.toMatch(/block/i);
  });

  it('holds each user and OU once, however it is spelt', () => {
    const users = [smith, { ...smith, guid: smith.guid.toUpperCase() }];
    const units = ['OU=Staff,DC=corp', 'ou=staff, dc=corp', 'OU=Lab,OU=Staff,DC=corp'];
    expect(found(included(anAudience({ users, units })))).toEqual([
      'already-there /userConfigurations/0/include/users/1',
      'already-there /userConfigurations/0/include/units/1',
    ]);
  });

  it('tells apart by name what nobody has looked up yet', () => {
    const groups = ['CORP\\Sales', 'CORP\\Ops', 'corp\\sales'].map((name) => ({ name, sid: '' }));
    expect(found(included(anAudience({ groups })))).toEqual([
      'already-there /userConfigurations/0/include/groups/2',
    ]);
  });

  it('may name a group that is on the block list', () => {
    const blockList = [{ group: sales, reason: 'On strike' }];
    expect(found({ ...included(anAudience({ groups: [sales] })), blockList })).toEqual([]);
  });

  it('must be able to match somebody', () => {
    const nobody = (include: UserConfiguration['include'], exclude = anAudience()) =>
      found(included(include, { exclude }));
    expect(nobody(anAudience())).toEqual(['nobody-matched /userConfigurations/0/include']);
    expect(nobody(EVERYONE, EVERYONE)).toEqual(['nobody-matched /userConfigurations/0/exclude/everyone']);
    expect(nobody(anAudience({ groups: [sales] }), anAudience({ groups: [sales], users: [smith] }))).toEqual([
      'nobody-matched /userConfigurations/0/exclude',
    ]);
    expect(nobody(EVERYONE, anAudience({ groups: [sales] }))).toEqual([]);
  });

  it('has filters that can be read; else it says why not', () => {
    expect(messages(included(anAudience({ filter: '(department=Sales' })))).toEqual([
      'The filter of user configuration "sales" can\'t be read: a closing parenthesis is missing at the end.',
    ]);
  });

  it('has a name and an id of its own', () => {
    const userConfigurations = [aUserConfiguration('a', { name: ' ' }), aUserConfiguration('a')];
    expect(found({ userConfigurations })).toEqual([
      'duplicate-id /userConfigurations/1/id',
      'out-of-range /userConfigurations/0/name',
    ]);
  });
});
