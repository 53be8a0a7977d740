import {
  freezePeople,
  unfreezePeople,
  type FreezeAnswered,
} from '../../domain/administration/freeze-people.ts';
import { problem, type Reply } from '../http/reply.ts';
import type { Edge } from '../http/site.ts';
import type { GuardedKey, GuardedRoutes } from './guarded.ts';
import type { AdminNeeds } from './needs.ts';
import { resultOf, tell } from './tell.ts';

type Key = Extract<GuardedKey, `${string} /api/admin/people/${string}`>;

/** What the help desk puts on hold, and lifts. */
export const peopleRoutes = (ports: AdminNeeds, { meter }: Edge): GuardedRoutes<Key> => ({
  'POST /api/admin/people/freeze': async ({ body }, session) => {
    const frozen = await freezePeople(ports, session, body);
    if (frozen.kind !== 'done') return refused(frozen, session.reference);
    for (const { outcome } of frozen.people)
      if (outcome === 'frozen') meter.count('SelfServiceFrozen', { by: 'help-desk' });
    return tell('POST /api/admin/people/freeze', { results: frozen.people.map(resultOf) });
  },
  'POST /api/admin/people/unfreeze': async ({ body }, session) => {
    const lifted = await unfreezePeople(ports, session, body);
    if (lifted.kind !== 'done') return refused(lifted, session.reference);
    for (const { outcome } of lifted.people)
      if (outcome === 'unfrozen') meter.count('SelfServiceUnfrozen', { by: 'help-desk' });
    return tell('POST /api/admin/people/unfreeze', { results: lifted.people.map(resultOf) });
  },
});

const refused = ({ kind }: Exclude<FreezeAnswered<never>, { kind: 'done' }>, reference: string): Reply =>
  problem(422, kind, reference, { field: kind === 'reason-missing' ? 'reason' : 'people' });
