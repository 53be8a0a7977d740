import { counted, quoted } from '../administration/sentences/words.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import { durationWords } from './duration-words.ts';

/** Which password and lockout rules are in force for an account, and where they come from, in sentences; pure. */
export const rulesSentences = (rules: PasswordRules): readonly string[] => [
  sourceSentence(rules),
  lengthSentence(rules),
  ageSentence(rules),
  lockoutSentence(rules),
];

function sourceSentence({ source, readable }: PasswordRules): string {
  if (source === 'domain') return 'The password policy of the domain is in force.';
  if (readable) return `The fine-grained password policy ${quoted(source)} is in force.`;
  return `The fine-grained password policy ${quoted(source)} is in force, and the data proxy account may not read it; give it Read on it. What follows is the policy of the domain.`;
}

function lengthSentence({ minimumLength, complexity, historyLength }: PasswordRules): string {
  const complex = complexity ? ', of three kinds of characters, and without the name' : '';
  const history =
    historyLength === 0
      ? 'Earlier passwords may be used again.'
      : `The last ${counted(historyLength, 'password')} may not be used again.`;
  return `A password has at least ${counted(minimumLength, 'character')}${complex}. ${history}`;
}

function ageSentence({ minimumAgeMs, maximumAgeMs }: PasswordRules): string {
  const most = maximumAgeMs === 0 ? 'It never expires' : `It expires after ${durationWords(maximumAgeMs)}`;
  return minimumAgeMs === 0
    ? `${most}, and may be changed at any time.`
    : `${most}, and may be changed after ${durationWords(minimumAgeMs)}.`;
}

function lockoutSentence(rules: PasswordRules): string {
  const { lockoutThreshold, lockoutWindowMs, lockoutDurationMs } = rules;
  if (lockoutThreshold === 0) return 'Wrong passwords never lock an account.';
  const end =
    lockoutDurationMs === 0 ? 'until somebody unlocks it' : `for ${durationWords(lockoutDurationMs)}`;
  return `${counted(lockoutThreshold, 'wrong password')} within ${durationWords(lockoutWindowMs)} lock an account ${end}.`;
}
