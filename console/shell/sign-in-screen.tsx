import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { AdminSession } from '../session.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The way into the console. */
export const SignInScreen = ({ signedIn }: { readonly signedIn: (session: AdminSession) => void }) => (
  <main>
    <Box padding="xxl">
      <SignInForm
        header={<Header variant="h1">Sign in to the Latchkey console</Header>}
        frame={(fields) => <Container>{fields}</Container>}
        signedIn={signedIn}
      />
    </Box>
  </main>
);
