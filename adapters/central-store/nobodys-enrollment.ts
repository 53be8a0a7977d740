const answerTo = (questionId: string) => ({
  questionId,
  normalisation: 1,
  salt: 'A'.repeat(22),
  cost: { memoryKiB: 19_456, passes: 2, lanes: 1 },
  tag: 'A'.repeat(43),
});

/**
 * What most people have registered, as it is stored and about as long, of nobody. Where there is nothing to read, this is read
 * and forgotten: whoever measures must not learn who has registered.
 */
export const NOBODYS_ENROLLMENT = JSON.stringify({
  person: { domain: 'NOBODY', guid: '00000000-0000-0000-0000-000000000000' },
  version: 1,
  answers: {
    questionnaire: 1,
    registeredAt: 1,
    answers: ['first-concert', 'childhood-street', 'first-teacher'].map(answerTo),
  },
  addresses: [{ id: 'A'.repeat(22), address: 'A'.repeat(310), confirmedAt: 1 }],
  changedAt: 1,
  language: 'en',
});
