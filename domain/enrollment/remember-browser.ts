import { isRemembered } from '../verification/methods/previous-authentication.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';

/** Browsers that are remembered of one person; the oldest goes for a new one. */
export const MOST_BROWSERS = 5;

export type BrowserRemembered =
  /** `handle` is for the browser to keep; `days` is how long it counts. */
  | { readonly kind: 'registered'; readonly handle: string; readonly days: number }
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'conflict' | 'frozen' };

/** Remembers the browser that its owner sits before. Only ever when they ask for it: machines are shared. */
export async function rememberBrowser(ports: KeepNeeds, session: Session): Promise<BrowserRemembered> {
  const now = ports.clock.now();
  const { methods } = (await ports.configuration.current()).document;
  const setting = methods['previous-authentication'];
  if (!setting?.on) return { kind: 'not-offered' };
  const { handle, key } = ports.random.handle();
  const seen = await ports.enrollments.find(session.person);
  const known = (seen?.browsers ?? []).filter((browser) => isRemembered(browser, methods, now));
  const browsers = [...known, { key, rememberedAt: now }].slice(-MOST_BROWSERS);
  const saved = await keepEnrollment(
    ports,
    session,
    seen,
    { browsers },
    { kind: 'method-registered', method: 'previous-authentication' },
  );
  return saved === 'saved' ? { kind: 'registered', handle, days: setting.days } : { kind: saved };
}
