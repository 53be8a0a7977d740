import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentMistakes } from '../../../domain/administration/document-mistakes.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { anyDocument } from '../../support/any-document.ts';
import { aQuestion, asking } from '../../support/configured.ts';
import { editsOf } from '../../support/edits.ts';
import { known, mistakesIn, smith } from './mistakes/found.ts';

describe('a document', () => {
  it('has no mistake as a deployment starts', () => {
    expect(mistakesIn({})).toEqual([]);
  });

  it('is told all its mistakes at once, each with its place and what to do', () => {
    const { questions, groups, questionnaire } = asking(['pet', [3, ['car', 'book']]], {
      minimumAnswers: -1,
    });
    const mistakes = mistakesIn({
      questions: [...questions, aQuestion('pet', { texts: { de: 'Haustier?' } })],
      groups,
      questionnaire,
      blockList: [{ user: smith, reason: 'left', until: '2020-01-01T00:00:00Z' }],
    });
    expect(mistakes).toEqual([
      {
        path: '/questions/3/id',
        code: 'duplicate-id',
        message: 'The id "pet" belongs to another question already, at /questions/0.',
        remedy: 'Give this question an id of its own, or remove it.',
      },
      {
        path: '/questions/3/texts',
        code: 'no-default-text',
        message: 'Question "pet" has no text in the default language, "en".',
        remedy: 'Add a text in "en": people whose language is missing see that one.',
      },
      {
        path: '/groups/0/answer',
        code: 'group-asks-too-much',
        message: 'Group "Group 1" asks for 3 of its 2 questions.',
        remedy: 'Ask for 2 or fewer, or add questions to the group.',
      },
      {
        path: '/questionnaire/minimumAnswers',
        code: 'out-of-range',
        message: 'The fewest answers it must take is -1.',
        remedy: 'Enter a whole number from 0 to 1000.',
      },
      {
        path: '/blockList/0/until',
        code: 'ended-already',
        message: 'The block of "CORP\\asmith" would have ended already, at 2020-01-01T00:00:00Z.',
        remedy: 'Choose a later date, leave it out to block for good, or remove the entry.',
      },
    ]);
  });

  it('is judged without ever failing, and every place that is told is there', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const { path, message, remedy } of documentMistakes(document, known)) {
          expect(isThere(document, path), path).toBe(true);
          expect(message).toMatch(/[.!?]$/);
          expect(remedy).toMatch(/\.$/);
        }
      }),
    );
  });

  it('is judged without ever failing after any edit, with any other document in force', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (document, inForce) => {
        for (const { edited } of editsOf(document)) documentMistakes(edited, { ...known, inForce });
      }),
      { numRuns: 20 },
    );
  });
});

/** Whether a JSON pointer (RFC 6901) leads somewhere. */
function isThere(document: ConfigurationDocument, path: string): boolean {
  let at: unknown = document;
  for (const step of path.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string, unknown>)[key];
  }
  return true;
}
