import Alert from '@cloudscape-design/components/alert';
import type { Mistake } from '../../client/client.ts';

/** Mistakes with where they are and what to do; nothing where there are none. */
export const MistakeList = ({ mistakes }: { readonly mistakes: readonly Mistake[] }) =>
  mistakes.length === 0 ? null : (
    <Alert
      type="error"
      statusIconAriaLabel="Error"
      header={
        mistakes.length === 1 ? 'One thing must be put right' : `${mistakes.length} things must be put right`
      }
    >
      <ul>
        {mistakes.map(({ path, message, remedy }) => (
          <li key={`${path} ${message}`}>
            {message} {remedy} <code>{path}</code>
          </li>
        ))}
      </ul>
    </Alert>
  );
