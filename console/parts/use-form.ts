import { useState } from 'react';

/** What is typed in a form, and whether it differs from what is saved. */
export interface FormOf<T> {
  readonly mine: T;
  readonly dirty: boolean;
  readonly change: (part: Partial<T>) => void;
  readonly replace: (whole: T) => void;
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The form of something that is saved in the document. When that changes (another window, a discarded draft), the form shows
 * it as it is now, unless something was typed: that stays.
 */
export function useForm<T extends object>(saved: T): FormOf<T> {
  const [form, setForm] = useState({ mine: saved, seen: saved });
  if (!alike(form.seen, saved)) {
    const untouched = alike(form.mine, form.seen);
    setForm({ mine: untouched ? saved : form.mine, seen: saved });
  }
  return {
    mine: form.mine,
    dirty: !alike(form.mine, form.seen),
    change: (part) => setForm((now) => ({ ...now, mine: { ...now.mine, ...part } })),
    replace: (mine) => setForm((now) => ({ ...now, mine })),
  };
}
