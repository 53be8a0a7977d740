import { describe, expect, it } from 'vitest';
import { aDocument } from '../../../support/any-document.ts';
import { found, messages, mistakesIn, sales, smith } from './found.ts';

describe('the block list', () => {
  it('has nobody twice, and says where they are already', () => {
    const blockList = [sales, sales].map((group) => ({ group, reason: 'left' }));
    expect(messages({ blockList })).toEqual([
      'Group "CORP\\Sales" is already on the block list, at /blockList/0.',
    ]);
  });

  it.each(['soon', '31.01.2027', '2027-02-30T00:00:00Z', '2027-01-31T00:00:00', ''])(
    "can't end at %j",
    (until) => {
      expect(found({ blockList: [{ user: smith, reason: 'left', until }] })).toEqual([
        'out-of-range /blockList/0/until',
      ]);
    },
  );

  it.each(['2027-01-31', '2027-01-31T00:00Z', '2028-02-29T12:00:00.5+01:00'])('may end at %j', (until) => {
    expect(found({ blockList: [{ user: smith, reason: 'left', until }] })).toEqual([]);
  });

  it('leaves alone what ended by itself since it was published', () => {
    const ended = { user: smith, reason: 'left', until: '2025-12-31T00:00:00Z' };
    const inForce = aDocument({ blockList: [ended] });
    expect(mistakesIn({ blockList: [ended] }, inForce)).toEqual([]);
    expect(mistakesIn({ blockList: [{ ...ended, reason: 'new' }] }, inForce).map(({ code }) => code)).toEqual(
      ['ended-already'],
    );
  });

  it('says why somebody is on it', () => {
    expect(found({ blockList: [{ user: smith, reason: ' ' }] })).toEqual([
      'out-of-range /blockList/0/reason',
    ]);
  });
});

describe('access', () => {
  it('gives no group a role twice', () => {
    const access = { ...aDocument().access, auditor: [sales, sales], 'help-desk': [sales] };
    expect(messages({ access })).toEqual([
      'Group "CORP\\Sales" has the role "auditor" already, at /access/auditor/0.',
    ]);
  });
});
