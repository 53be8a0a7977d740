import { listed, METHOD_WORDS } from '../administration/sentences/words.ts';
import { registeredMethods, type Enrollment } from '../enrollment/enrollment.ts';
import { answersStanding, needsNothing } from '../enrollment/registration.ts';
import type { Configuration } from '../policy/configuration.ts';
import { sendMethod, waysOf } from '../policy/methods.ts';
import type { MethodName } from '../verification/method.ts';
import { momentWords } from './duration-words.ts';

/** What of somebody's registration counts now, what not for long, and where their codes would go. Pure. */
export function registrationSentences(
  enrollment: Enrollment | undefined,
  provable: readonly MethodName[],
  configuration: Configuration,
  now: number,
): readonly string[] {
  const could = (methods: readonly MethodName[]) =>
    `They could prove themselves with ${listed(methods.map((method) => METHOD_WORDS[method]))}.`;
  if (!enrollment || registeredMethods(enrollment).length === 0) {
    const unregistered = provable.filter(needsNothing);
    return ['Nothing is registered.', ...(unregistered.length > 0 ? [could(unregistered)] : [])];
  }
  const standing = enrollment.answers && answersStanding(enrollment.answers, configuration, now);
  return [
    provable.length > 0 ? could(provable) : 'Nothing registered counts now.',
    ...directoryWords(enrollment, provable, configuration),
    ...(standing?.kind === 'earlier'
      ? [`Their answers are to an earlier questionnaire and count until ${momentWords(standing.until)}.`]
      : standing?.kind === 'too-old'
        ? ['Their answers are to an earlier questionnaire and count no longer.']
        : []),
  ];
}

/** Where a code goes that nobody registered anything for. */
function directoryWords(
  { addresses, phones = [] }: Enrollment,
  provable: readonly MethodName[],
  { document }: Configuration,
): readonly string[] {
  const ways = waysOf(sendMethod(document));
  const sent = provable.includes('sent-code');
  const byMail = provable.includes('email-code') || (sent && ways.email);
  const byText = provable.includes('sms-code') || (sent && ways.sms);
  const mailToo = document.methods['email-code'].addresses === 'confirmed-or-directory';
  const mobileToo = document.textMessages?.numbers === 'confirmed-or-directory';
  return [
    ...(byMail && mailToo && addresses.length === 0
      ? ['The code would go to the address in Active Directory.']
      : []),
    ...(byText && mobileToo && phones.length === 0
      ? ['The code would go to the mobile number in Active Directory, if texts can go there.']
      : []),
  ];
}
