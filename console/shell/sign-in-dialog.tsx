import Box from '@cloudscape-design/components/box';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { AdminSession } from '../session.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The visit has ended amid work: in again, over the screen as it was left, so that nothing typed is lost. */
export const SignInDialog = (props: {
  readonly visible: boolean;
  readonly signedIn: (session: AdminSession) => void;
  /** Closed without signing in: what is there can still be read; the next call asks again. */
  readonly onClose: () => void;
}) => (
  <Modal
    visible={props.visible}
    header="Your visit has ended"
    closeAriaLabel="Close without signing in"
    onDismiss={props.onClose}
  >
    <SpaceBetween size="l">
      <Box>Sign in again to go on. What you typed is still there; then do again what you did last.</Box>
      {props.visible && <SignInForm signedIn={props.signedIn} />}
    </SpaceBetween>
  </Modal>
);
