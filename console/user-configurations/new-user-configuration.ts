import type { UserConfiguration } from '../../client/client.ts';
import type { Document } from '../draft.tsx';
import { METHODS } from '../parts/method-words.ts';

/** A user configuration of nobody yet, that asks for every method that is switched on. */
export function newUserConfiguration(methods: Document['methods']): UserConfiguration {
  const rule = () => ({
    offered: true,
    required: METHODS.filter((method) => methods[method].on),
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
