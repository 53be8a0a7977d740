import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useDraft, type Document } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import type { Method } from '../parts/method-words.ts';
import { Note } from './note.tsx';
import { isOn, settingOf } from './settings.ts';
import { useJoined } from './use-joined.ts';

/** What a method needs that is set elsewhere: a service the deployment is joined to, or to whom texts may go. */
export function NeededFirst({ method }: { readonly method: Method }) {
  const { document } = useDraft();
  const joined = useJoined(method);
  const type = isOn(document, method) ? 'error' : 'info';
  if (joined.kind === 'joined') return <Note>The deployment is joined to {joined.to}.</Note>;
  if (joined.kind === 'not-joined')
    return (
      <>
        <StatusIndicator type={type}>This deployment is not joined to {joined.what}</StatusIndicator>
        <Note>
          Have <code>{joined.setting}</code> put into its settings (docs/deploy.md) and deployed. Then it can
          be switched on here.
        </Note>
      </>
    );
  if (document.textMessages || !sendsTexts(document, method)) return null;
  return (
    <>
      <StatusIndicator type={type}>To whom texts may go is set nowhere</StatusIndicator>
      <Note>
        Set it under{' '}
        <Link href={linkTo('text-messages')} fontSize="body-s">
          Text messages
        </Link>
        .
      </Note>
    </>
  );
}

const sendsTexts = (document: Document, method: Method): boolean =>
  method === 'sms-code' || (method === 'sent-code' && settingOf(document, 'sent-code').send !== 'email');
