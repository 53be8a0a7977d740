import { randomUUID } from 'node:crypto';
import type { Action } from '../../../domain/policy/action.ts';
import { keyOf } from '../proofs/running.ts';
import { flowModel, POLICY } from './flow-model.ts';
import { standsAt, startAs } from './model-client.ts';
import type { ModelGround } from './model-ground.ts';
import { SENT, type Offered, type Sent, type Step, type Which } from './model-steps.ts';
import { typedFor } from './typed-for.ts';
import type { LiveFlow, World } from './world.ts';

/** What the product did and what it should have done are not the same. */
const diverged = (what: string): never => {
  throw new Error(`diverged: ${what}`);
};

/** Takes every step in a new world of these two people; throws at the first divergence. Answers how many changes were made. */
export async function takeAll(
  ground: ModelGround,
  people: World['people'],
  steps: readonly Step[],
): Promise<number> {
  const world: World = { ...ground, people, flows: [] };
  const before = ground.made.length;
  for (const step of steps) {
    // Nobody does two things in one millisecond.
    ground.running.clock.pass(1);
    const touched = await take(world, step);
    if (touched) await compare(world, touched);
  }
  return ground.made.length - before;
}

async function take(world: World, step: Step): Promise<LiveFlow | undefined> {
  const { running, flows, people } = world;
  if (step.does === 'wait') {
    running.clock.pass(step.seconds * 1000);
    return undefined;
  }
  if (step.does === 'start') {
    const person = step.name === 'nobody' ? undefined : people[step.name];
    const client = await startAs(step.by, running, person?.username ?? 'nobody.at.all');
    const started = { client, person, model: flowModel(step.name, running.clock.now()) };
    flows.push(started);
    return started;
  }
  const flow = flows[step.flow % Math.max(1, flows.length)];
  if (!flow) return undefined;
  if (step.does === 'send') await send(world, flow, step.method);
  else if (step.does === 'offer') await offer(world, flow, step.method, step.which);
  else if (step.does === 'prove enough') await proveEnough(world, flow, step.action);
  else await act(world, flow, step.does, step.operation);
  return flow;
}

async function send({ running }: World, { client, model }: LiveFlow, method: Sent): Promise<void> {
  const now = running.clock.now();
  const sent = await client.send(method);
  if (sent !== model.maySend(method, now)) diverged(`${method} ${sent ? 'was' : 'was not'} sent`);
  if (!sent) return;
  const letter = (await running.flow(client.handle))?.outbox.at(-1)?.letter;
  if (!letter || !('code' in letter)) return diverged('a code was sent without a message');
  model.sent(method, await running.plain.opener.open('code', letter.code), now);
}

async function offer(world: World, flow: LiveFlow, method: Offered, which: Which): Promise<void> {
  const { running } = world;
  const { client, model } = flow;
  const now = running.clock.now();
  const wasOpen = model.isOpen(now);
  const { typed, isRight } = typedFor(world, flow, method, which, now);
  const came = await client.offer(method, typed);
  if (!wasOpen) return came === 'closed' ? undefined : diverged(`${method} in a closed flow: ${came}`);
  const right = isRight();
  model.offered(method, right, now);
  const isLast = !right && model.triesLeft() === 0;
  if (came !== (right ? 'proven' : 'wrong') && !(isLast && came === 'closed'))
    diverged(`${which} ${method} for ${model.name}: ${came}`);
}

/** Everything that an action asks for, as far as it is to be had. */
async function proveEnough(world: World, flow: LiveFlow, action: Action): Promise<void> {
  const { required, optional, minimumOptional } = POLICY[action];
  const wanted: readonly Offered[] = [...required, ...optional.slice(0, minimumOptional)];
  for (const method of wanted) {
    world.running.clock.pass(1);
    const sent = SENT.find((each) => each === method);
    if (sent) await send(world, flow, sent);
    await offer(world, flow, method, 'right');
  }
}

/** The invariant: nothing is changed unless the action's policy is met by fresh proofs of this person in this open flow. */
async function act(world: World, flow: LiveFlow, action: Action, operation: number): Promise<void> {
  const { running, made } = world;
  const { client, model, person } = flow;
  const now = running.clock.now();
  const allowed = model.allows(action, now) && person !== undefined;
  const wasOpen = model.isOpen(now);
  const key = `${keyOf(client.handle).slice(0, 16)}-${String(operation)}`;
  const before = made.length;
  const came = await client.act(action, key, `Quiet-Harbour-${randomUUID()}`);
  const changes = made.slice(before);
  if (changes.length !== (allowed ? 1 : 0)) diverged(`${action}: ${String(changes.length)} changes, ${came}`);
  for (const change of changes)
    if (change.guid !== person?.person.guid || change.action !== action)
      diverged(`${action} of ${model.name} was ${change.action} of somebody else`);
  if (allowed && came !== 'done') diverged(`${action} was made, and told as ${came}`);
  if (!allowed && wasOpen && came !== 'missing') diverged(`${action} without proof: ${came}`);
  if (!allowed && !wasOpen && came !== 'closed' && came !== 'done') diverged(`${action} too late: ${came}`);
  if (allowed) model.end();
}

/** What a flow says of itself is what the model says of it. */
async function compare({ running }: World, { client, model }: LiveFlow): Promise<void> {
  const now = running.clock.now();
  const stands = await standsAt(running, client.handle);
  if ((stands.state === 'open') !== model.isOpen(now)) diverged(`a flow is ${stands.state}`);
  for (const action of ['unlock', 'reset'] as const)
    if (stands.state === 'open' && stands[action] !== model.allows(action, now))
      diverged(`${action} is ${stands[action] ? '' : 'not '}allowed`);
}
