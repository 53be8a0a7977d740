import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useDraft, type Document } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import type { Method } from '../parts/method-words.ts';
import { isOn, settingOf } from './settings.ts';
import { useJoined } from './use-joined.ts';

/** What a method needs that is set elsewhere: a service the deployment is joined to, or to whom texts may go. */
export function NeededFirst({ method }: { readonly method: Method }) {
  const { document } = useDraft();
  const joined = useJoined(method);
  if (joined.kind === 'joined')
    return (
      <Box color="text-body-secondary" fontSize="body-s">
        The deployment is joined to {joined.to}.
      </Box>
    );
  if (joined.kind === 'not-joined')
    return (
      <StatusIndicator type={isOn(document, method) ? 'error' : 'info'} wrapText>
        This deployment is not joined to {joined.what}. Have <code>{joined.setting}</code> put into its
        settings (docs/deploy.md) and deployed; then it can be switched on here.
      </StatusIndicator>
    );
  if (document.textMessages || !sendsTexts(document, method)) return null;
  return (
    <StatusIndicator type={isOn(document, method) ? 'error' : 'info'} wrapText>
      It sends text messages, and to whom they may go is set nowhere. Set it under{' '}
      <Link href={linkTo('text-messages')}>Text messages</Link>.
    </StatusIndicator>
  );
}

const sendsTexts = (document: Document, method: Method): boolean =>
  method === 'sms-code' || (method === 'sent-code' && settingOf(document, 'sent-code').send !== 'email');
