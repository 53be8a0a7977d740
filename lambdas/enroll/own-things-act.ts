import {
  beginAuthenticator,
  confirmAuthenticator,
  type AuthenticatorBegun,
  type AuthenticatorConfirmed,
  type BeginAuthenticatorNeeds,
  type ConfirmAuthenticatorNeeds,
} from '../../domain/enrollment/register-authenticator.ts';
import {
  registerRecoveryCodes,
  type RecoveryCodesRegistered,
  type RegisterRecoveryCodesNeeds,
} from '../../domain/enrollment/register-recovery-codes.ts';
import { rememberBrowser, type BrowserRemembered } from '../../domain/enrollment/remember-browser.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import type { Request } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** What registering an app, recovery codes and a browser needs. */
export type OwnThingsNeeds = BeginAuthenticatorNeeds & ConfirmAuthenticatorNeeds & RegisterRecoveryCodesNeeds;

/** What both faces do to register what people keep themselves, with what is counted of it. */
export const ownThingsActs = (ports: OwnThingsNeeds, { meter }: Pick<Edge, 'meter'>) => {
  const counted = <Done extends { readonly kind: string }>(done: Done, method: MethodName): Done => {
    if (done.kind === 'registered') meter.count('MethodRegistered', { method });
    return done;
  };
  return {
    /** The app shows the organization's name beside its codes. */
    beginApp: ({ presentation }: Request, session: Session): Promise<AuthenticatorBegun> =>
      beginAuthenticator(ports, session, presentation.organization),
    confirmApp: async (session: Session, code: string): Promise<AuthenticatorConfirmed> =>
      counted(await confirmAuthenticator(ports, session, code), 'authenticator-app'),
    makeCodes: async (session: Session): Promise<RecoveryCodesRegistered> =>
      counted(await registerRecoveryCodes(ports, session), 'recovery-code'),
    rememberBrowser: async (session: Session): Promise<BrowserRemembered> =>
      counted(await rememberBrowser(ports, session), 'previous-authentication'),
  };
};
