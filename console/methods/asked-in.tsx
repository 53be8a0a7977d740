import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import type { Method } from '../parts/method-words.ts';
import { isOn } from './settings.ts';

/** The user configurations that ask for a method; where it is off, that it has to be taken out of them. */
export function AskedIn({ method }: { readonly method: Method }) {
  const { document } = useDraft();
  const asking = document.userConfigurations.filter(({ actions }) =>
    [actions.unlock, actions.reset].some(
      ({ offered, required, optional }) => offered && [...required, ...optional].includes(method),
    ),
  );
  if (asking.length === 0) return 'No user configuration';
  return (
    <>
      {asking.map(({ id, name }) => (
        <div key={id}>
          <Link href={linkTo('user-configurations', id)}>{name}</Link>
        </div>
      ))}
      {!isOn(document, method) && (
        <StatusIndicator type="warning" wrapText>
          Off: switch it on, or take it out there
        </StatusIndicator>
      )}
    </>
  );
}
