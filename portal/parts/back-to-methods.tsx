import type { Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { Go } from './form.tsx';

/** The way back to the list of one's own recovery methods. */
export const BackToMethods = ({ frame }: { frame: Frame }) => (
  <p>
    <Go frame={frame} to="/enroll/methods">
      {phrases(frame.language)('enroll.back')}
    </Go>
  </p>
);
