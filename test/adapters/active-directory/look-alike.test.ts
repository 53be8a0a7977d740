import { afterAll } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { CLAIMABLE, claimsContract, NAMESAKE } from '../../contracts/directory-claims.ts';
import { namesContract } from '../../contracts/directory-names.ts';
import { onePersonContract } from '../../contracts/directory-one-person.ts';
import { attributesContract } from '../../contracts/directory-attributes.ts';
import { member } from '../../contracts/directory-person.ts';
import { directoryContract } from '../../contracts/directory.ts';
import { hardNamesInLookAlike } from './hard-names-look-alike.ts';
import { peopleInLookAlike } from './people-in-look-alike.ts';
import { fixed, portsOf, settingsOf } from './ports-of.ts';

const LOOK_ALIKE = { historyOnReset: true, namesInPasswords: true, namesakes: true };
const starting = startLookAlike();

afterAll(async () => (await starting).stop());

directoryContract(
  'the embedded look-alike',
  async () => {
    const lookAlike = await starting;
    const restore = (): Promise<void> => Promise.resolve(lookAlike.reset());
    return { ...portsOf(settingsOf([lookAlike.url], lookAlike.ca)), restore };
  },
  LOOK_ALIKE,
);

attributesContract('the embedded look-alike', async () => {
  const lookAlike = await starting;
  const { upn, password } = member('anna.admin');
  return {
    settings: settingsOf([lookAlike.url], lookAlike.ca),
    writer: fixed({ username: upn, password }),
    restore: () => Promise.resolve(lookAlike.reset()),
  };
});

namesContract('the embedded look-alike', hardNamesInLookAlike);

claimsContract('the embedded look-alike', () => peopleInLookAlike([...CLAIMABLE, NAMESAKE]), LOOK_ALIKE);

onePersonContract('the embedded look-alike', peopleInLookAlike, {
  ...LOOK_ALIKE,
  worlds: [1, 2, 3],
  runs: 250,
});
