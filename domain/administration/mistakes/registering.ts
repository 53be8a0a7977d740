import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { countMistakes } from './counts.ts';
import { pointer } from './pointer.ts';

/** Thirty days: who was away for their holidays finds their methods as they left them. */
const FROZEN_HOURS = { least: 0, most: 720 };

/** The mistakes in how people's methods may be changed. */
export const registeringMistakes = ({
  registering,
}: Pick<ConfigurationDocument, 'registering'>): readonly Mistake[] =>
  registering
    ? countMistakes(
        registering.frozenHoursAfterReset,
        pointer('registering', 'frozenHoursAfterReset'),
        'The number of hours after a reset in which nothing registered may be changed',
        FROZEN_HOURS,
      )
    : [];
