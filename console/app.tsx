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
  | { readonly kind: 'somebody'; readonly session: AdminSession };

function Console() {
  const [knowledge, setKnowledge] = useState<Knowledge>({ kind: 'asking' });
  useEffect(() => {
    void whoIsThere().then(setKnowledge);
    return api.whenGone(() => setKnowledge({ kind: 'nobody' }));
  }, []);
  const signOut = useCallback(async () => {
    await api.call('DELETE /api/admin/session').catch(() => undefined);
    setKnowledge({ kind: 'nobody' });
  }, []);
  const session = knowledge.kind === 'somebody' ? knowledge.session : undefined;
  const visit = useMemo(() => session && visitOf(session, signOut), [session, signOut]);
  if (knowledge.kind === 'asking') return <Waiting />;
  if (!visit)
    return <SignInScreen signedIn={(entered) => setKnowledge({ kind: 'somebody', session: entered })} />;
  return (
    <VisitContext value={visit}>
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
    </VisitContext>
  );
}

async function whoIsThere(): Promise<Knowledge> {
  try {
    return { kind: 'somebody', session: await api.call('GET /api/admin/session') };
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
