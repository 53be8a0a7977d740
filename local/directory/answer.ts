import { bind } from './bind.ts';
import { hasUnknownCritical } from './controls.ts';
import { countBind, countModify } from './counts.ts';
import type { Counts } from './counts.ts';
import { kindOf, modify } from './modify.ts';
import type { RequestMessage, SearchRequest } from './request.ts';
import { ANSWER, encodeEntry, encodeReference, encodeResult } from './response.ts';
import { search } from './search.ts';
import type { Session } from './session.ts';
import { PROTOCOL_ERROR, UNKNOWN_CRITICAL_CONTROL, unwilling } from './windows-results.ts';
import type { World } from './world.ts';

/** What answering needs, and what it counts. */
export interface Answering {
  readonly world: World;
  readonly session: Session;
  readonly counts: Counts;
}

/** The messages that answer one request, encoded; none for abandon and unbind. */
export function answer(answering: Answering, message: RequestMessage): readonly Buffer[] {
  const { world, session, counts } = answering;
  const { id, request, controls } = message;
  if (hasUnknownCritical(controls, world)) return refuseControl(id, request.kind);
  switch (request.kind) {
    case 'bind': {
      const { result, requester } = bind(world, request);
      // As on Windows, whoever fails to bind anew is anonymous afterwards.
      delete session.requester;
      if (requester) session.requester = requester;
      countBind(counts, result.code);
      return [encodeResult(id, ANSWER.bind, result)];
    }
    case 'search':
      return answerSearch(answering, message, request);
    case 'modify': {
      const result = modify(world, session, request, controls);
      countModify(counts, kindOf(request), result.code);
      return [encodeResult(id, ANSWER.modify, result)];
    }
    case 'extended':
      return [encodeResult(id, ANSWER.extended, PROTOCOL_ERROR)];
    case 'unsupported':
      return [encodeResult(id, request.responseTag, unwilling('00002035'))];
    case 'abandon':
    case 'unbind':
      return [];
  }
}

function answerSearch(
  { world, session, counts }: Answering,
  { id, controls }: RequestMessage,
  request: SearchRequest,
): readonly Buffer[] {
  counts.searches += 1;
  const outcome = search(world, session, request, controls);
  return [
    ...outcome.entries.map(({ dn, attributes }) => encodeEntry(id, dn, attributes)),
    ...outcome.references.map((url) => encodeReference(id, url)),
    encodeResult(id, ANSWER.searchDone, outcome.result, outcome.controls),
  ];
}

function refuseControl(id: number, kind: RequestMessage['request']['kind']): readonly Buffer[] {
  const tags: Readonly<Record<string, number>> = { ...ANSWER, search: ANSWER.searchDone };
  const tag = tags[kind];
  return tag === undefined ? [] : [encodeResult(id, tag, UNKNOWN_CRITICAL_CONTROL)];
}
