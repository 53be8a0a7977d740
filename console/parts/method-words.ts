import type { Document } from '../draft.tsx';

export type Method = keyof Document['methods'];

/** What the verification methods are called, in the order in which they are listed. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  'security-answers': 'Security answers',
  'email-code': 'Code by e-mail',
};
export const METHODS: readonly Method[] = ['security-answers', 'email-code'];
