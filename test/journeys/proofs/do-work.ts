import { changePassword } from '../../../domain/recovery/change.ts';
import { repairAccount } from '../../../domain/recovery/repair.ts';
import type { WorkOrder } from './work-order.ts';
import type { WorkPorts } from './work-ports.ts';

export const SOURCE = '192.0.2.7';

/** Does what the order says, as the product does it; answers in a word how it ended. */
export async function doWork(ports: WorkPorts, order: WorkOrder): Promise<string> {
  const { act, key, operation, oldPassword, newPassword, username } = order;
  if (act === 'change') {
    const ended = await changePassword(withKey(ports, key), {
      claim: { kind: 'account-name', name: username },
      password: oldPassword,
      newPassword,
      operation,
      // A source of its own: how often one source may try passwords is not what is proven here.
      source: `${SOURCE} ${key}`,
      language: 'en',
    });
    return ended.kind === 'settled' ? ended.outcome.result : ended.kind;
  }
  const repair = act === 'reset' ? { action: act, newPassword } : { action: act };
  const ended = await repairAccount(ports, { key, source: SOURCE, operation }, repair);
  return ended.kind === 'settled' ? ended.outcome.result : ended.kind;
}

/** The flow a change opens gets a key that others know too. */
const withKey = (ports: WorkPorts, key: string): WorkPorts => ({
  ...ports,
  random: { ...ports.random, handle: () => ({ handle: 'nobody holds it', key }) },
});
