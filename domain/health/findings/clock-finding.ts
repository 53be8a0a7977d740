import type { RootFacts } from '../controller-facts.ts';
import { durationWords } from '../duration-words.ts';
import type { Finding } from '../finding.ts';
import { powerShell } from './access-commands.ts';
import { fine } from './fine.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** From here on Kerberos in the domain fails as well. */
const TOO_FAR_MS = 5 * MINUTE_MS;

/** Whether a domain controller's clock agrees with ours; pure. It tells whole seconds, and some while after it was asked. */
export function clockFinding(url: string, { time, askedAt, answeredAt }: RootFacts): Finding {
  const offset = time - (askedAt + answeredAt) / 2;
  const unsure = (answeredAt - askedAt) / 2 + SECOND_MS;
  const off = Math.max(0, Math.abs(offset) - unsure);
  if (off < MINUTE_MS) return fine('controller-clock', url, 'Its clock and ours agree.');
  const far = Math.round(Math.abs(offset) / MINUTE_MS) * MINUTE_MS;
  return {
    check: 'controller-clock',
    object: url,
    state: off >= TOO_FAR_MS - 2 * SECOND_MS ? 'broken' : 'warning',
    cause: `Its clock is ${durationWords(far)} ${offset < 0 ? 'behind' : 'ahead of'} ours, which AWS keeps.`,
    remedy:
      'Let it take the time again; if it goes wrong once more, give the PDC emulator a good source (w32tm /config). Who is locked, and whose password is expired, is judged by its clock.',
    commands: [powerShell('w32tm /resync /rediscover')],
  };
}
