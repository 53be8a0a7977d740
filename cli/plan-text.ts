import type { Change, Impact } from '../client/api-types.ts';
import type { Plan } from './plan-of.ts';

/** A plan for people: each change in sentences, whom it touches, and what is risky about it. */
export const planText = ({ review: { changes, warnings }, impact }: Plan): string =>
  [
    ...(changes.length > 0 ? [...changes.flatMap(changeLines), '', countLine(changes)] : ['No changes.']),
    ...(impact ? impactLines(impact) : []),
    ...warnings.map((warning) => `Warning: ${warning}`),
  ].join('\n');

/** A plan for programs. */
export const planJson = ({ version, review, impact }: Plan) => {
  const { mistakes, warnings, changes, needsEarlierUntil } = review;
  return { comparedWith: version, mistakes, warnings, changes, needsEarlierUntil, ...(impact && { impact }) };
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
