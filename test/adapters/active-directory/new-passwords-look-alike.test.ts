import { afterAll } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { newPasswordsContract } from '../../contracts/directory-new-passwords.ts';
import { portsOf, settingsOf } from './ports-of.ts';

const starting = startLookAlike();

afterAll(async () => (await starting).stop());

newPasswordsContract('the embedded look-alike', async () => {
  const lookAlike = await starting;
  const restore = (): Promise<void> => Promise.resolve(lookAlike.reset());
  return { ...portsOf(settingsOf([lookAlike.url], lookAlike.ca)), restore };
});
