import { useDraft } from '../draft.tsx';
import { isWithin } from './is-within.ts';

/** Asks what the draft's mistakes at a place, or within it, say and what to do; undefined where there is none. */
export function useMistakes(): (place: string) => string | undefined {
  const { draft } = useDraft();
  return (place) => {
    const there = draft?.mistakes.filter(({ path }) => isWithin(path, place)) ?? [];
    return there.length === 0
      ? undefined
      : there.map(({ message, remedy }) => `${message} ${remedy}`).join(' ');
  };
}
