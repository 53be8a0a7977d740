import { at, type Frame } from '../frame.ts';
import { phrases } from '../phrase.ts';

/** Asks for the page once more, with a password to take or leave. A form of its own: what was typed is not sent with it. */
export const SuggestForm = ({ frame, action }: { frame: Frame; action: string }) => (
  <form method="get" action={at(frame, action)}>
    <button type="submit" class="plain" name="suggest" value="yes">
      {phrases(frame.language)('password.suggest')}
    </button>
  </form>
);
