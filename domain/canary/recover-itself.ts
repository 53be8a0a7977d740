import type { Action } from '../policy/action.ts';
import type { CanaryKnowledge } from '../ports/canary-memory.ts';
import type { DoorProof, DoorRefusal, FlowAtDoor, PortalDoor } from '../ports/portal-door.ts';
import type { AppCodeSource } from './app-code-source.ts';
import { nextProof } from './next-proof.ts';

/** The door it goes through, and the codes of its app. */
export interface RecoverNeeds {
  readonly door: PortalDoor;
  readonly appCodes: Pick<AppCodeSource, 'next'>;
}

/** Takes one flow from the name to the outcome, as any person would; `spend` asks for the action once everything is proven. */
export async function recoverItself(
  needs: RecoverNeeds,
  username: string,
  knowledge: CanaryKnowledge,
  action: Action,
  spend: (handle: string) => Promise<{ readonly kind: 'done' } | DoorRefusal>,
): Promise<{ readonly kind: 'done' } | DoorRefusal> {
  const started = await needs.door.start(username);
  if (started.kind === 'refused') return started;
  const { handle } = started;
  const given: DoorProof['method'][] = [];
  let flow: FlowAtDoor = started;
  for (;;) {
    const next = nextProof(flow.actions[action], given);
    if (next.kind === 'refused') return next;
    if (next.kind === 'spend') return spend(handle);
    const proof = await proofBy(needs, next.method, knowledge, flow);
    if (proof === undefined) return { kind: 'refused', code: 'not-enrolled-for-it' };
    const proven = await needs.door.prove(handle, proof);
    if (proven.kind === 'refused') return proven;
    given.push(next.method);
    flow = proven;
  }
}

/** Undefined for what it does not know. */
async function proofBy(
  { appCodes }: RecoverNeeds,
  method: DoorProof['method'],
  { app, answers }: CanaryKnowledge,
  { questions }: FlowAtDoor,
): Promise<DoorProof | undefined> {
  if (method === 'authenticator-app')
    return app === undefined ? undefined : { method, code: await appCodes.next(app) };
  const known = questions.map((question) => [question, answers?.[question]] as const);
  if (known.some(([, answer]) => answer === undefined)) return undefined;
  return { method, answers: Object.fromEntries(known) as Readonly<Record<string, string>> };
}
