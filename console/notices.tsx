import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { reasonOf } from './problem-sentence.ts';

/** Says what became of an act, at the top of the page, until it is dismissed. */
export interface Notices {
  readonly done: (text: string) => void;
  readonly failed: (what: string, cause: unknown) => void;
  /** What the console itself does not do, and what to do about it. */
  readonly refused: (what: string, why: string) => void;
}

const NoticesContext = createContext<Notices | undefined>(undefined);
/** An act that leads to another place is told there. */
const JUST_NOW_MS = 1_000;
type Notice = FlashbarProps.MessageDefinition & { readonly at: number };
const ShownContext = createContext<readonly Notice[]>([]);

export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (!notices) throw new Error('Notices are shown within the console only');
  return notices;
}

/** The notices there are; stands in the shell. */
export const NoticeBar = () => <Flashbar items={[...use(ShownContext)]} stackItems />;

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly Notice[]>([]);
  const show = useCallback((type: 'success' | 'error', header: string, content?: string) => {
    const id = crypto.randomUUID();
    const onDismiss = () => setShown((before) => before.filter((notice) => notice.id !== id));
    const dismissal = { dismissible: true, dismissLabel: 'Dismiss', onDismiss };
    const notice = { id, type, header, content, at: Date.now(), ...dismissal };
    setShown((before) => [notice, ...before].slice(0, 5));
  }, []);
  const notices = useMemo<Notices>(
    () => ({
      done: (text) => show('success', text),
      failed: (what, cause) => show('error', what, reasonOf(cause)),
      refused: (what, why) => show('error', what, why),
    }),
    [show],
  );
  useEffect(() => {
    // What was done is told until somebody goes on to something else; what failed, until it is dismissed.
    const forget = () =>
      setShown((before) =>
        before.filter(({ type, at }) => type === 'error' || Date.now() - at < JUST_NOW_MS),
      );
    globalThis.addEventListener('hashchange', forget);
    return () => globalThis.removeEventListener('hashchange', forget);
  }, []);
  return (
    <NoticesContext value={notices}>
      <ShownContext value={shown}>{children}</ShownContext>
    </NoticesContext>
  );
}
