export { changePasswordPage, type ChangePasswordView } from './change/change-password-page.tsx';
export { anotherChangePage } from './endings/another-change-page.tsx';
export { badRequestPage } from './endings/bad-request-page.tsx';
export { cannotPage, type CannotReason, type CannotView } from './endings/cannot-page.tsx';
export { notConfirmedPage } from './endings/not-confirmed-page.tsx';
export { notNowPage } from './endings/not-now-page.tsx';
export { notFoundPage } from './endings/not-found-page.tsx';
export { problemPage } from './endings/problem-page.tsx';
export { slowDownPage } from './endings/slow-down-page.tsx';
export { timedOutPage } from './endings/timed-out-page.tsx';
export { answersSetupPage, type AnswersSetupView } from './enroll/answers-setup-page.tsx';
export { emailConfirmPage, type EmailConfirmView } from './enroll/email-confirm-page.tsx';
export { emailSetupPage, type EmailSetupView } from './enroll/email-setup-page.tsx';
export { enrolledPage } from './enroll/enrolled-page.tsx';
export {
  recoveryMethodsPage,
  type MethodStatus,
  type RecoveryMethodsView,
} from './enroll/recovery-methods-page.tsx';
export { phoneConfirmPage, type PhoneConfirmView } from './enroll/phone-confirm-page.tsx';
export { phoneSetupPage, type PhoneSetupView } from './enroll/phone-setup-page.tsx';
export { passkeyRemovePage } from './enroll/passkey-remove-page.tsx';
export { passkeySetupPage, type OwnPasskey, type PasskeySetupView } from './enroll/passkey-setup-page.tsx';
export { removeMethodPage } from './enroll/remove-method-page.tsx';
export { signInPage } from './enroll/sign-in-page.tsx';
export { heldPage } from './enroll/held-page.tsx';
export { at, type Frame, type Problem, type ProblemCode, type Problems } from './frame.ts';
export { layout } from './layout.tsx';
export { type RuleView } from './parts/rule-list.tsx';
export { liftedPage, onHoldPage, worthlessLinkPage } from './not-me/not-me-answered-page.tsx';
export { liftPage, notMePage, type NotMeView } from './not-me/not-me-page.tsx';
export { actionPage, type ActionView, type Choice } from './recover/action-page.tsx';
export { answersPage, type AnswersView, type AskedQuestion } from './recover/answers-page.tsx';
export { claimPage } from './recover/claim-page.tsx';
export { codePage, type CodeView } from './recover/code-page.tsx';
export { donePage, type DoneView } from './recover/done-page.tsx';
export { methodsPage, type MethodChoice, type MethodsView } from './recover/methods-page.tsx';
export { newPasswordPage, type NewPasswordView } from './recover/new-password-page.tsx';
export { sendPasswordPage, type SendPasswordView } from './recover/send-password-page.tsx';
export { sendPage } from './recover/send-page.tsx';
export { passkeyPage, type PasskeyView } from './recover/passkey-page.tsx';
export { workingPage } from './recover/working-page.tsx';
export { helpPage } from './start/help-page.tsx';
export { startPage } from './start/start-page.tsx';
