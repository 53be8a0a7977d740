import { ROLES, type ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';
import { alreadyThere, groupKey } from './references.ts';

/** The mistakes in who may administer. */
export const accessMistakes = ({ access }: ConfigurationDocument): readonly Mistake[] =>
  ROLES.flatMap((role) =>
    alreadyThere(access[role], pointer('access', role), {
      keyOf: groupKey,
      kind: () => 'Group',
      nameOf: ({ name }) => name,
      already: `has the role "${role}" already`,
    }),
  );
