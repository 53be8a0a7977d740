import type { Mistake } from '../mistake.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Answers come as objects by id, and every object seems to have a `constructor`. */
const isId = (id: string): boolean => ID.test(id) && !Object.hasOwn(Object.prototype, id);

/** The mistakes in the ids of a list's things: not the form of an id, or given twice. `kind` is what one is called. */
export const idMistakes = (
  items: readonly { readonly id: string }[],
  list: string,
  kind: string,
): readonly Mistake[] => [
  ...items.flatMap(({ id }, index): readonly Mistake[] =>
    isId(id)
      ? []
      : [
          {
            path: `${list}${pointer(index, 'id')}`,
            code: 'out-of-range',
            message: `"${id}" is no id for a ${kind}.`,
            remedy:
              'Use another: 1 to 64 small letters a to z, digits and hyphens; begin with a letter or a digit.',
          },
        ],
  ),
  ...repeated(items, ({ id }) => id).map(({ item, index, first }): Mistake => ({
    path: `${list}${pointer(index, 'id')}`,
    code: 'duplicate-id',
    message: `The id "${item.id}" belongs to another ${kind} already, at ${list}${pointer(first)}.`,
    remedy: `Give this ${kind} an id of its own, or remove it.`,
  })),
];

/** The mistake in a name that says nothing; `kind` is what it names. */
export const nameMistakes = (name: string, path: string, kind: string): readonly Mistake[] =>
  name.trim() === ''
    ? [
        {
          path,
          code: 'out-of-range',
          message: `A ${kind} has no name.`,
          remedy: 'Give it a name by which administrators recognise it.',
        },
      ]
    : [];
