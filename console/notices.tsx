import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { reasonOf } from './problem-sentence.ts';

/** Says what became of an act, at the top of the page, until it is dismissed. */
export interface Notices {
  readonly done: (text: string) => void;
  readonly failed: (what: string, cause: unknown) => void;
  /** What the console itself does not do, and what to do about it. */
  readonly refused: (what: string, why: string) => void;
}

const NoticesContext = createContext<Notices | undefined>(undefined);
const ShownContext = createContext<readonly FlashbarProps.MessageDefinition[]>([]);

export function useNotices(): Notices {
  const notices = use(NoticesContext);
  if (!notices) throw new Error('Notices are shown within the console only');
  return notices;
}

/** The notices there are; stands in the shell. */
export const NoticeBar = () => <Flashbar items={[...use(ShownContext)]} stackItems />;

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const show = useCallback((type: 'success' | 'error', header: string, content?: string) => {
    const id = crypto.randomUUID();
    const onDismiss = () => setShown((before) => before.filter((notice) => notice.id !== id));
    const notice = { id, type, header, content, dismissible: true, dismissLabel: 'Dismiss', onDismiss };
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
  return (
    <NoticesContext value={notices}>
      <ShownContext value={shown}>{children}</ShownContext>
    </NoticesContext>
  );
}
