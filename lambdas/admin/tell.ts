import type { Person } from '../../domain/person.ts';
import type { ReplyOf, RouteKeysBy } from '../api.ts';
import { json, problem, type Reply } from '../http/reply.ts';

/** The same without leave to change it: what the domain hands out is not ours to change. */
type Told<T> = T extends object ? { readonly [P in keyof T]: Told<T[P]> } : T;

/** Answers what a route's schema says that it answers. */
export const tell = <K extends RouteKeysBy<'admin' | 'doctor'>>(
  _key: K,
  value: Told<ReplyOf<K>>,
  extra: Partial<Reply> = {},
): Reply => {
  const reply = json(200, value as object, extra);
  return Buffer.byteLength(reply.body) > LARGEST_ANSWER ? problem(413, 'answer-too-large', '') : reply;
};

/** Lambda hands on 6 MB, in which every quotation mark takes two. Only a document made for it says so much. */
const LARGEST_ANSWER = 4_500_000;

/** What became of one person among several. */
export const resultOf = <Outcome extends string>(one: {
  readonly person: Person;
  readonly outcome: Outcome;
}) => ({
  person: one.person,
  result: one.outcome,
});

/** Epoch milliseconds as ISO 8601, in UTC. */
export const instant = (at: number): string => new Date(at).toISOString();
