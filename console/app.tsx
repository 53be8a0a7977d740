import AppLayout from '@cloudscape-design/components/app-layout';
import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { ApiProblem } from '../client/client.ts';
import { api } from './api.ts';
import { DraftProvider } from './draft.tsx';
import { Navigation } from './shell/navigation.tsx';
import { NoticeBar, NoticesProvider } from './notices.tsx';
import { ScreenOutlet } from './shell/screen-outlet.tsx';
import { visitOf, VisitContext, type AdminSession } from './session.tsx';
import { SignInDialog } from './shell/sign-in-dialog.tsx';
import { SignInScreen } from './shell/sign-in-screen.tsx';
import { TopBar } from './shell/top-bar.tsx';

/** The console: sign-in, then the shell with the screen the address names. */
export const App = () => (
  <I18nProvider locale="en" messages={[messages]}>
    <NoticesProvider>
      <Console />
    </NoticesProvider>
  </I18nProvider>
);

type Knowledge =
  | { readonly kind: 'asking' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'somebody'; readonly session: AdminSession; readonly ended: boolean };

const somebody = (session: AdminSession): Knowledge => ({ kind: 'somebody', session, ended: false });
/** Of somebody who is signed in, whether their visit has ended; their screen stays, with what they typed. */
const withEnded =
  (ended: boolean) =>
  (before: Knowledge): Knowledge =>
    before.kind === 'somebody' ? { ...before, ended } : { kind: 'nobody' };

function Console() {
  const [knowledge, setKnowledge] = useState<Knowledge>({ kind: 'asking' });
  useEffect(() => {
    const stop = api.whenGone(() => setKnowledge(withEnded(true)));
    void whoIsThere().then(setKnowledge);
    return stop;
  }, []);
  const signOut = useCallback(async () => {
    await api.call('DELETE /api/admin/session').catch(() => undefined);
    setKnowledge({ kind: 'nobody' });
  }, []);
  const session = knowledge.kind === 'somebody' ? knowledge.session : undefined;
  const visit = useMemo(() => session && visitOf(session, signOut), [session, signOut]);
  if (knowledge.kind === 'asking') return <Waiting />;
  const signedIn = (entered: AdminSession) => setKnowledge(somebody(entered));
  if (!visit) return <SignInScreen signedIn={signedIn} />;
  return (
    // Whoever else signs in gets screens of their own: nothing of the one before is left.
    <VisitContext key={visit.session.name} value={visit}>
      <TopBar />
      <DraftProvider loading={<Waiting />}>
        <AppLayout
          navigation={<Navigation />}
          notifications={<NoticeBar />}
          toolsHide
          content={<ScreenOutlet />}
          ariaLabels={{
            navigation: 'Screens',
            navigationClose: 'Close the list of screens',
            navigationToggle: 'Open the list of screens',
            notifications: 'Notices',
          }}
        />
      </DraftProvider>
      <SignInDialog
        visible={knowledge.kind === 'somebody' && knowledge.ended}
        signedIn={signedIn}
        onClose={() => setKnowledge(withEnded(false))}
      />
    </VisitContext>
  );
}

async function whoIsThere(): Promise<Knowledge> {
  try {
    return somebody(await api.call('GET /api/admin/session'));
  } catch (cause) {
    if (cause instanceof ApiProblem) return { kind: 'nobody' };
    throw cause;
  }
}

const Waiting = () => (
  <main>
    <Box textAlign="center" padding="xxl">
      <Spinner size="large" /> Loading
    </Box>
  </main>
);
