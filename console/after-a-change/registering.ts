import type { Document } from '../draft.tsx';

/** Thirty days at the most, in hours. */
export const FROZEN_HOURS = { least: 0, most: 720 } as const;
/** What holds where nothing is said of it. */
const SHIPPED = 72;

export const frozenHoursOf = ({ registering }: Document): number =>
  registering?.frozenHoursAfterReset ?? SHIPPED;

/** The document with other hours; what comes with the product and is in force unsaid stays unsaid. */
export function withFrozenHours(document: Document, hours: number, inForce: Document): Document {
  const { registering: _before, ...rest } = document;
  const isUnsaid = inForce.registering === undefined && hours === SHIPPED;
  return isUnsaid ? rest : { ...rest, registering: { frozenHoursAfterReset: hours } };
}
