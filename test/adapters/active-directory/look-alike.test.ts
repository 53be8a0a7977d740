import { afterAll } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { namesContract } from '../../contracts/directory-names.ts';
import { directoryContract } from '../../contracts/directory.ts';
import { hardNamesInLookAlike } from './hard-names-look-alike.ts';
import { portsOf, settingsOf } from './ports-of.ts';

const starting = startLookAlike();

afterAll(async () => (await starting).stop());

directoryContract(
  'the embedded look-alike',
  async () => {
    const lookAlike = await starting;
    const restore = (): Promise<void> => Promise.resolve(lookAlike.reset());
    return { ...portsOf(settingsOf([lookAlike.url], lookAlike.ca)), restore };
  },
  { historyOnReset: true, namesInPasswords: true },
);

namesContract('the embedded look-alike', hardNamesInLookAlike);
