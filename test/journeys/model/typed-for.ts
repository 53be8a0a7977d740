import type { Typed } from './model-client.ts';
import { nowStep, WRONG_APP_CODE } from './model-person.ts';
import type { LiveFlow, World } from './world.ts';
import type { Offered, Sent, Which } from './model-steps.ts';

/** What somebody types, and whether it is right: asked once, when it was looked at, for what works once is gone then. */
export interface Attempt {
  readonly typed: Typed;
  readonly isRight: () => boolean;
}

/** What is typed for a proof, right or wrong in one of the ways there are. */
export function typedFor(world: World, flow: LiveFlow, method: Offered, which: Which, now: number): Attempt {
  switch (method) {
    case 'email-code':
    case 'sms-code':
      return sentCode(world, flow, method, which, now);
    case 'authenticator-app':
      return appCode(world, flow, which, now);
    case 'recovery-code':
      return savedCode(world, flow, which);
    case 'security-answers':
    case 'ldap-attributes':
      return known(world, flow, method, which);
  }
}

function sentCode(world: World, flow: LiveFlow, method: Sent, which: Which, now: number): Attempt {
  const others = world.flows.filter((other) => other !== flow);
  const otherMethod = method === 'email-code' ? 'sms-code' : 'email-code';
  const codes = {
    right: flow.model.codes[method].at(-1),
    wrong: undefined,
    'of another flow': others.at(-1)?.model.codes[method].at(-1),
    'of somebody else': flow.model.codes[otherMethod].at(-1),
    'used or replaced': flow.model.codes[method][0],
  };
  // What was made for nobody went nowhere.
  const code = (flow.person && codes[which]) ?? '00000000';
  return { typed: { code }, isRight: () => flow.model.isInForce(method, code, now) };
}

/** A flow's person, or whoever a stranger makes use of; and whoever is somebody else. */
function whose({ people }: World, { person }: LiveFlow, which: Which) {
  const own = person ?? people.jo;
  const other = own === people.jo ? people.ann : people.jo;
  return which === 'of somebody else' ? other : own;
}

function appCode(world: World, flow: LiveFlow, which: Which, now: number): Attempt {
  const step = which === 'used or replaced' ? nowStep(now) - 1 : nowStep(now);
  const owner = whose(world, flow, which);
  const code = which === 'wrong' ? WRONG_APP_CODE : owner.appCode(step);
  const isOwn = which !== 'wrong' && owner === flow.person;
  return { typed: { code }, isRight: () => isOwn && owner.model.takesStep(step, now) };
}

function savedCode(world: World, flow: LiveFlow, which: Which): Attempt {
  const owner = whose(world, flow, which);
  const index = which === 'used or replaced' ? owner.model.lastSaved() : owner.model.nextSaved();
  const code = which === 'wrong' ? 'AAAAAAAAAAAAAAAA' : (owner.savedCodes[index] ?? '0000000000000000');
  const isOwn = which !== 'wrong' && owner === flow.person && owner.savedCodes[index] !== undefined;
  return { typed: { code }, isRight: () => isOwn && owner.model.takesSaved(index) };
}

function known(
  world: World,
  flow: LiveFlow,
  method: 'security-answers' | 'ldap-attributes',
  which: Which,
): Attempt {
  const { answers, attributes } = whose(world, flow, which);
  const isWrong = which === 'wrong' || which === 'of somebody else';
  const isRight = (): boolean => !isWrong && flow.person !== undefined;
  // Everybody of the model answers the same: what somebody else says is wrong in one of them.
  if (method === 'security-answers')
    return { typed: { answers: isWrong ? { ...answers, 'first-teacher': 'nobody' } : answers }, isRight };
  return { typed: { attributes: which === 'wrong' ? { employeeID: '1' } : attributes }, isRight };
}
