import type { AssessedAction, Change, Impact } from '../client/api-types.ts';
import { assessedLines } from './assessed-lines.ts';
import type { Plan } from './plan-of.ts';

/** A plan for people: each change in sentences, whom it touches, and what is risky about it. */
export const planText = ({ review: { changes, assessments, warnings }, impact }: Plan): string =>
  [
    ...(changes.length > 0 ? [...changes.flatMap(changeLines), '', countLine(changes)] : ['No changes.']),
    ...(impact ? impactLines(impact) : []),
    ...changedPolicies(changes, assessments),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ].join('\n');

/** A plan for programs. */
export const planJson = ({ version, review, impact }: Plan) => {
  const { mistakes, warnings, changes, assessments, needsEarlierUntil } = review;
  return {
    comparedWith: version,
    mistakes,
    warnings,
    changes,
    assessments,
    needsEarlierUntil,
    ...(impact && { impact }),
  };
};

const WORDS = { added: 'create', removed: 'remove', changed: 'update' } as const;

const changeLines = ({ section, name, kind, before, after }: Change): readonly string[] => [
  `${WORDS[kind]} ${section} "${name}"`,
  ...before.map((sentence) => `  - ${sentence}`),
  ...after.map((sentence) => `  + ${sentence}`),
];

function countLine(changes: readonly Change[]): string {
  const count = (wanted: Change['kind']) => changes.filter(({ kind }) => kind === wanted).length;
  return `${count('added')} to create, ${count('changed')} to update, ${count('removed')} to remove.`;
}

/** What the user configurations that are new or changed amount to, for what they offer. */
const changedPolicies = (
  changes: readonly Change[],
  assessments: readonly AssessedAction[],
): readonly string[] =>
  changes
    .filter(({ section, kind }) => section === 'userConfigurations' && kind !== 'removed')
    .flatMap(({ id, name }) =>
      assessments
        .filter(({ userConfiguration, offered }) => offered && userConfiguration === id)
        .flatMap((assessed) => [`To ${assessed.action} in "${name}":`, ...assessedLines(assessed)]),
    );

const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

function impactLines(impact: Impact): readonly string[] {
  const { mustRegisterAgain, newlyBlocked, noLongerBlocked } = impact;
  return [
    `It touches ${impact.touched} of ${people(impact.people)}.`,
    ...(mustRegisterAgain > 0 ? [`${people(mustRegisterAgain)} must register again.`] : []),
    ...(newlyBlocked > 0 ? [`${people(newlyBlocked)} will be blocked.`] : []),
    ...(noLongerBlocked > 0 ? [`${people(noLongerBlocked)} will no longer be blocked.`] : []),
  ];
}
