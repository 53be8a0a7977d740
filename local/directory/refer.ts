import { countModify } from './counts.ts';
import type { Counts } from './counts.ts';
import { kindOf } from './modify.ts';
import type { RequestMessage } from './request.ts';
import { ANSWER, encodeResult } from './response.ts';
import { referral } from './windows-results.ts';
import type { World } from './world.ts';

/** Sends a search or a modify elsewhere instead of answering it; undefined where there is nothing to refer. */
export function referred(
  { world, counts }: { readonly world: World; readonly counts: Counts },
  { id, request }: RequestMessage,
): readonly Buffer[] | undefined {
  const elsewhere = `elsewhere.${world.domain.dns}`;
  if (request.kind === 'modify') {
    const result = referral(elsewhere, request.dn);
    countModify(counts, kindOf(request), result.code);
    return [encodeResult(id, ANSWER.modify, result)];
  }
  // What it says of itself it still says.
  return request.kind === 'search' && request.base !== ''
    ? [encodeResult(id, ANSWER.searchDone, referral(elsewhere, request.base))]
    : undefined;
}
