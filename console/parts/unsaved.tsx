import { useEffect, useState } from 'react';
import { Confirm } from './confirm.tsx';

/**
 * Asks before a form is left that holds something not saved: when a link is followed, and (in the browser's words) when the
 * window is closed. Stands in the form.
 */
export function Unsaved({ is }: { readonly is: boolean }) {
  const [leaving, setLeaving] = useState<string>();
  useEffect(() => {
    if (!is) return undefined;
    const closing = (event: BeforeUnloadEvent) => event.preventDefault();
    const following = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      setLeaving(link.getAttribute('href') ?? '');
    };
    globalThis.addEventListener('beforeunload', closing);
    document.addEventListener('click', following, { capture: true });
    return () => {
      globalThis.removeEventListener('beforeunload', closing);
      document.removeEventListener('click', following, { capture: true });
    };
  }, [is]);
  return (
    <Confirm
      visible={leaving !== undefined}
      header="Leave without saving?"
      act="Leave without saving"
      onAct={() => {
        globalThis.location.hash = leaving ?? '';
        return Promise.resolve();
      }}
      onClose={() => setLeaving(undefined)}
    >
      What you typed on this screen is not in your draft yet. It is lost if you leave.
    </Confirm>
  );
}
