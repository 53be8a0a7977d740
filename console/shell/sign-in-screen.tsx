import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiProblem } from '../../client/client.ts';
import { api } from '../api.ts';
import { problemSentence } from '../problem-sentence.ts';
import type { AdminSession } from '../session.tsx';

/** In with an Active Directory account that is in one of the groups with a role. */
export function SignInScreen({ signedIn }: { readonly signedIn: (session: AdminSession) => void }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setBusy(true);
    try {
      signedIn(await api.call('POST /api/admin/session', { body: { username, password } }));
    } catch (cause) {
      setProblem(
        cause instanceof ApiProblem ? problemSentence(cause) : 'The service could not be reached. Try again.',
      );
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <main>
      <Box padding="xxl">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Form
            header={<Header variant="h1">Sign in to the Latchkey console</Header>}
            actions={
              <Button variant="primary" loading={busy} formAction="submit">
                Sign in
              </Button>
            }
          >
            <Container>
              <SpaceBetween size="l">
                {problem !== undefined && (
                  <Alert type="error" statusIconAriaLabel="Error">
                    {problem}
                  </Alert>
                )}
                <FormField
                  label="User name"
                  description="Such as asmith or CORP\asmith. Your group decides what you may do."
                >
                  <Input
                    value={username}
                    onChange={({ detail }) => setUsername(detail.value)}
                    autoComplete="username"
                    autoFocus
                  />
                </FormField>
                <FormField label="Password">
                  <Input
                    type="password"
                    value={password}
                    onChange={({ detail }) => setPassword(detail.value)}
                    autoComplete="current-password"
                  />
                </FormField>
              </SpaceBetween>
            </Container>
          </Form>
        </form>
      </Box>
    </main>
  );
}
