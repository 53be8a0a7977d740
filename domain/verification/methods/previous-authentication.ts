import type { RememberedBrowser } from '../../enrollment/enrollment.ts';
import type { MethodSettings } from '../../policy/methods.ts';
import type { Ports } from '../../ports/index.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';

const DAY = 24 * 60 * 60_000;

/** Whether a browser is remembered still. */
export const isRemembered = (
  { rememberedAt }: RememberedBrowser,
  methods: MethodSettings,
  now: number,
): boolean => now - rememberedAt < (methods['previous-authentication']?.days ?? 0) * DAY;

/**
 * A browser its owner had remembered, as a proof, and a weak one: it says which browser it is, and nothing of who sits before it.
 * `browserKey` is the SHA-256 of what the browser keeps; undefined when it keeps nothing.
 */
export const previousAuthenticationOffer = (
  { enrollments }: Pick<Ports, 'enrollments'>,
  browserKey: string | undefined,
): Offer => ({
  method: 'previous-authentication',
  async holds({ flow, configuration, now }) {
    const { browsers = [] } = (await enrollments.find(flow.person)) ?? {};
    const known = browsers.find(({ key }) => key === browserKey);
    return known && isRemembered(known, configuration.document.methods, now) ? HOLDS : WRONG;
  },
});
