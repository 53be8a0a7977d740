import type { Document } from '../draft.tsx';
import type { LanguagesAsked } from '../languages/use-languages.ts';
import { missingIn } from '../parts/local-text.ts';
import type { ActionRule } from '../user-configurations/action-rule.ts';
import { anybodyRegistered } from './coverage.ts';
import type { CountsSoFar } from './use-counts.ts';

/** One step of setting up: whether it is done, and where it is done. */
export interface ChecklistStep {
  readonly title: string;
  /** Undefined while it is not known. */
  readonly done: boolean | undefined;
  /** What is left to do. */
  readonly left: string;
  /** The screen where that is done; without it, it is not done in the console. */
  readonly screen?: { readonly path: string; readonly title: string };
}

const rulesOf = ({ userConfigurations }: Document): readonly ActionRule[] =>
  userConfigurations.flatMap(({ actions }) => Object.values(actions).filter(({ offered }) => offered));

/** What does not make answers enough where they are not: the weak methods, and they themselves. */
const NO_MORE_THAN_ANSWERS: ReadonlySet<string> = new Set([
  'security-answers',
  'ldap-attributes',
  'previous-authentication',
]);

/** Whether somebody may do it with nothing that counts but answers, be it by choice. */
const answersSuffice = ({ required, optional, minimumOptional }: ActionRule): boolean =>
  required.every((method) => NO_MORE_THAN_ANSWERS.has(method)) &&
  minimumOptional <= optional.filter((method) => NO_MORE_THAN_ANSWERS.has(method)).length;

function untranslated({ questionnaire, groups, questions, languages }: Document): number {
  const asked = new Set(
    questionnaire.items.flatMap((item) =>
      'question' in item ? [item.question] : (groups.find(({ id }) => id === item.group)?.questions ?? []),
    ),
  );
  return questions.filter(({ id, texts }) => asked.has(id) && missingIn(texts, languages).length > 0).length;
}

/** What is to be done until people can help themselves, in that order; judged by what is in force. */
export function checklist(
  document: Document,
  { sum, finished, trouble }: CountsSoFar,
  { languages, trouble: untold }: Pick<LanguagesAsked, 'languages' | 'trouble'>,
): readonly ChecklistStep[] {
  const rules = rulesOf(document);
  const unread = languages?.filter(({ offered, reviewed }) => offered && !reviewed).map(({ name }) => name);
  const wanting = untranslated(document);
  const counted = finished || trouble !== undefined;
  return [
    {
      title: 'A domain is connected',
      done: sum && sum.looked > 0 ? true : counted ? false : undefined,
      left: 'The directory lists nobody, or could not be asked. Domain, accounts and OUs stand in the deployment’s settings.',
    },
    {
      title: 'A user configuration offers something',
      done: rules.length > 0,
      left: 'Nothing is offered to anybody yet.',
      screen: { path: 'user-configurations', title: 'User configurations' },
    },
    {
      title: 'Verification is chosen, and it is not questions alone',
      done: rules.length > 0 && !rules.some(answersSuffice),
      left: 'Somewhere security answers alone are enough. Choose a ready-made policy that asks for more, or add a code.',
      screen: { path: 'user-configurations', title: 'User configurations' },
    },
    {
      title: 'Questions have a text in every offered language',
      done: wanting === 0,
      left: `${wanting === 1 ? 'One question that is asked has' : `${wanting} questions that are asked have`} no text in some of them.`,
      screen: { path: 'languages', title: 'Languages' },
    },
    {
      title: 'One person is registered',
      done: sum && anybodyRegistered(sum) ? true : counted ? false : undefined,
      left: 'Register yourself or a pilot user, and try it out.',
      screen: { path: 'registrations', title: 'Registrations' },
    },
    {
      title: 'The offered languages have been read by native speakers',
      done: unread ? unread.length === 0 : untold === undefined ? undefined : false,
      left: untold ?? `No native speaker has read this yet: ${unread?.join(', ') ?? ''}.`,
      screen: { path: 'languages', title: 'Languages' },
    },
    {
      title: 'Somebody works at the help desk',
      done: document.access['help-desk'].length > 0,
      left: 'No group has the role. Whoever calls with a reference needs somebody who can look it up.',
      screen: { path: 'access', title: 'Access' },
    },
  ];
}
