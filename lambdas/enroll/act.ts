import {
  confirmAddress,
  proposeAddress,
  readAddress,
  type AddressConfirmed,
  type AddressProposed,
} from '../../domain/enrollment/register-address.ts';
import {
  registerAnswers,
  type AnswersRegistered,
  type RegisterAnswersNeeds,
} from '../../domain/enrollment/register-answers.ts';
import {
  removeMethod,
  type MethodRemoved,
  type RemoveMethodNeeds,
} from '../../domain/enrollment/remove-method.ts';
import type { HoldNeeds } from '../../domain/enrollment/hold.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { signIn, type SignedIn, type SignInNeeds } from '../../domain/enrollment/sign-in.ts';
import type { PasswordStandard } from '../../domain/policy/password-standard.ts';
import { suggestPassword } from '../../domain/policy/suggest-password.ts';
import { beforeChange, type ChangeRefusal } from '../../domain/recovery/before-change.ts';
import { changePassword, type Changed, type ChangeNeeds } from '../../domain/recovery/change.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import type { RemovableMethod } from '../../domain/verification/method.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { negotiate } from '../../portal/negotiate.ts';
import { meterOutcome } from '../http/meter-repair.ts';
import type { Request } from '../http/request.ts';
import type { RegisterPasskeyNeeds } from '../../domain/enrollment/register-passkey.ts';
import type { OwnThingsNeeds } from './own-things-act.ts';
import type { PhoneNeeds } from './phone-act.ts';
import type { Edge } from '../http/site.ts';

/** All that enrolling needs: a person's own password, the directory to read, enrollments to write; never the self-service account. */
export type EnrollNeeds = SignInNeeds &
  RegisterAnswersNeeds &
  RemoveMethodNeeds &
  ChangeNeeds &
  HoldNeeds &
  OwnThingsNeeds &
  RegisterPasskeyNeeds &
  PhoneNeeds &
  Pick<Ports, 'sealer'>;

/** A suggestion, if one was found, for somebody who has proven their present password; or why there is nothing to change. */
export type Suggested =
  | {
      readonly kind: 'suggested';
      readonly suggestion: string | undefined;
      readonly standard: PasswordStandard;
    }
  | ChangeRefusal;

export interface ChangeForm {
  readonly username: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly operation: string;
}

/** What both faces do, with what is counted of it. Undefined: the typed name can name nobody. */
export const acts = (ports: EnrollNeeds, { meter }: Edge) => ({
  signIn: async (
    { source, language, languagePicked, presentation }: Request,
    username: string,
    password: string,
  ): Promise<SignedIn | undefined> => {
    const claim = readClaim(username);
    if (!claim) return undefined;
    const languageFor = (query: string) => negotiate({ query }, presentation.languages, language);
    const signed = await signIn(ports, {
      claim,
      password,
      source,
      language,
      ...(!languagePicked && { languageFor }),
    });
    meter.count(signed.kind === 'signed-in' ? 'SignedIn' : 'SignInRefused');
    return signed;
  },

  async change({ source, language }: Request, form: ChangeForm): Promise<Changed | undefined> {
    const claim = readClaim(form.username);
    if (!claim) return undefined;
    const { newPassword, operation, currentPassword: password } = form;
    const changed = await changePassword(ports, {
      claim,
      password,
      newPassword,
      operation,
      source,
      language,
    });
    if (changed.kind === 'settled') meterOutcome(meter, changed.outcome);
    if (changed.kind === 'unsettled') meter.count('OutcomeUnknown');
    if (changed.kind === 'frozen') meter.count('RepairRefused', { obstacle: 'self-service-frozen' });
    if (changed.kind === 'person-busy') meter.count('RepairRefused', { obstacle: 'another-change' });
    if (changed.kind === 'password-refused') meter.count('PasswordRefused');
    if (changed.kind === 'refused' || changed.kind === 'throttled') meter.count('SignInRefused');
    return changed;
  },

  suggest: async (
    { source }: Request,
    username: string,
    password: string,
  ): Promise<Suggested | undefined> => {
    const claim = readClaim(username);
    if (!claim) return undefined;
    const before = await beforeChange(ports, { claim, password, source });
    if (before.kind === 'refused' || before.kind === 'throttled') meter.count('SignInRefused');
    if (before.kind !== 'ready') return before;
    const { standard } = before;
    return { kind: 'suggested', suggestion: await suggestPassword(ports, standard), standard };
  },

  answers: async (session: Session, given: Readonly<Record<string, string>>): Promise<AnswersRegistered> => {
    const registered = await registerAnswers(ports, session, given);
    if (registered.kind === 'registered') meter.count('MethodRegistered', { method: 'security-answers' });
    return registered;
  },

  /** Undefined: what was typed is no address. Nothing typed: a new code to the address that waits. */
  propose: async (session: Session, typed?: string): Promise<AddressProposed | undefined> => {
    const address = typed === undefined ? undefined : readAddress(typed);
    return typed !== undefined && address === undefined ? undefined : proposeAddress(ports, session, address);
  },

  confirm: async (session: Session, code: string): Promise<AddressConfirmed> => {
    const confirmed = await confirmAddress(ports, session, code);
    if (confirmed.kind === 'registered') meter.count('MethodRegistered', { method: 'email-code' });
    return confirmed;
  },

  remove: async (session: Session, method: RemovableMethod, password: string): Promise<MethodRemoved> => {
    const removed = await removeMethod(ports, session, method, password);
    if (removed.kind === 'removed') meter.count('MethodRemoved', { method });
    return removed;
  },
});
