import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** What the person reads out to the help desk. */
export const Reference = ({ frame, reference }: { frame: Frame; reference: string }) => (
  <p class="reference">
    {phrases(frame.language)('layout.reference')} <bdi dir="ltr">{reference}</bdi>
  </p>
);
