import type { BlockEntry } from '../../policy/block-list.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { sameValue } from '../same-value.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';
import { alreadyThere, groupKey, userKey } from './references.ts';

/** The mistakes in the block list. */
export const blockListMistakes = (
  { blockList }: ConfigurationDocument,
  known: Pick<Known, 'now' | 'inForce'>,
): readonly Mistake[] => [
  ...alreadyThere(blockList, '/blockList', {
    keyOf: (entry) => (entry.user ? `user ${userKey(entry.user)}` : `group ${groupKey(entry.group)}`),
    kind: (entry) => (entry.user ? 'User' : 'Group'),
    nameOf: nameOfEntry,
    already: 'is already on the block list',
  }),
  ...blockList.flatMap((entry, index) => {
    const path = pointer('blockList', index);
    return [...reasonMistakes(entry, path), ...endMistakes(entry, path, known)];
  }),
];

const nameOfEntry = ({ user, group }: BlockEntry): string => user?.name ?? group?.name ?? '';

const reasonMistakes = (entry: BlockEntry, path: string): readonly Mistake[] =>
  entry.reason.trim() === ''
    ? [
        {
          path: `${path}/reason`,
          code: 'out-of-range',
          message: `The block of "${nameOfEntry(entry)}" has no reason.`,
          remedy: 'Write down why, for whoever asks later.',
        },
      ]
    : [];

function endMistakes(
  entry: BlockEntry,
  path: string,
  { now, inForce }: Pick<Known, 'now' | 'inForce'>,
): readonly Mistake[] {
  const { until } = entry;
  if (until === undefined) return [];
  const name = nameOfEntry(entry);
  if (!isInstant(until))
    return [
      {
        path: `${path}/until`,
        code: 'out-of-range',
        message: `The block of "${name}" ends at "${until}", which is no date.`,
        remedy: 'Write it as in ISO 8601, such as 2027-01-31T00:00:00Z, or leave it out to block for good.',
      },
    ];
  // What is published already was right when it was written; whoever changes something else need not tidy it up first.
  if (Date.parse(until) > now || inForce?.blockList.some((old) => sameValue(old, entry))) return [];
  return [
    {
      path: `${path}/until`,
      code: 'ended-already',
      message: `The block of "${name}" would have ended already, at ${until}.`,
      remedy: 'Choose a later date, leave it out to block for good, or remove the entry.',
    },
  ];
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A date, or an instant with its zone (ISO 8601), on a day there is: 30 February would be read as 2 March. */
function isInstant(text: string): boolean {
  const [, year, month, day] = INSTANT.exec(text) ?? [];
  return (
    !Number.isNaN(Date.parse(text)) &&
    day !== undefined &&
    Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  );
}
