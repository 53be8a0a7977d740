/** A moment as administrators read it: `2026-07-29 06:24 UTC`. */
export const instantWords = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** The same to the second, for records. */
export const secondWords = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;
