import type { UserConfiguration } from '../../client/client.ts';
import type { Document } from '../draft.tsx';
import type { Method } from '../parts/method-words.ts';

/** What the product comes with. */
const TO_BEGIN_WITH: readonly Method[] = ['email-code', 'security-answers'];

/** A user configuration of nobody yet, that asks for what the product comes with, as far as that is switched on. */
export function newUserConfiguration(methods: Document['methods']): UserConfiguration {
  const rule = () => ({
    offered: true,
    required: TO_BEGIN_WITH.filter((method) => methods[method]?.on),
    optional: [],
    minimumOptional: 0,
  });
  const nobody = () => ({ users: [], groups: [], units: [] });
  return {
    id: '',
    name: '',
    include: nobody(),
    exclude: nobody(),
    actions: { unlock: rule(), reset: rule() },
  };
}
