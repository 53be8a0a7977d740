import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import type { Mistake } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { linkTo, useHash } from '../hash.ts';
import { mistakeLink } from './mistake-place.ts';

/** The draft's mistakes with where they are and what to do; nothing where there are none. */
export function MistakeList({ mistakes }: { readonly mistakes: readonly Mistake[] }) {
  const { document } = useDraft();
  const here = linkTo(...useHash().parts);
  if (mistakes.length === 0) return null;
  return (
    <Alert
      type="error"
      statusIconAriaLabel="Error"
      header={
        mistakes.length === 1 ? 'One thing must be put right' : `${mistakes.length} things must be put right`
      }
    >
      <ul>
        {mistakes.map(({ path, message, remedy }) => {
          const link = mistakeLink(path, document);
          return (
            <li key={`${path} ${message}`}>
              {message} {remedy}{' '}
              {link === undefined || link === here ? (
                <code>{path}</code>
              ) : (
                <Link href={link} fontSize="inherit">
                  <code>{path}</code>
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}
