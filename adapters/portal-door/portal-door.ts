import type * as z from 'zod/mini';
import type { DoorRefusal, FlowAtDoor, PortalDoor } from '../../domain/ports/portal-door.ts';
import { askDoor, type DoorRequest } from './ask-door.ts';
import { DOOR_ANSWERS } from './door-answers.ts';

/** The portal's public JSON API at an address (origin and base path). */
export function httpPortalDoor(address: string): PortalDoor {
  const ask = <Schema extends z.ZodMiniType>(request: DoorRequest, shape: Schema) =>
    askDoor(address, request, shape);
  const toldOf = async <Kind extends string>(request: DoorRequest, kind: Kind) => {
    const answer = await ask(request, DOOR_ANSWERS.anything);
    return answer.kind === 'refused' ? answer : { kind };
  };
  const spent = async (request: DoorRequest) => {
    const answer = await ask(request, DOOR_ANSWERS.done);
    return answer.kind === 'refused' ? answer : ({ kind: 'done' } as const);
  };
  return {
    async signIn(username, password) {
      const body = { username, password };
      const answer = await ask({ method: 'POST', path: SESSION, body }, DOOR_ANSWERS.signedIn);
      return answer.kind === 'refused' ? answer : { kind: 'in', session: answer.said.handle };
    },
    signOut: (handle) => toldOf({ method: 'DELETE', path: SESSION, handle }, 'out'),
    registered: async (handle) =>
      registeredIn(await ask({ method: 'GET', path: ENROLLMENT, handle }, DOOR_ANSWERS.registered)),
    registerAnswers: (handle, answers) =>
      toldOf({ method: 'PUT', path: `${ENROLLMENT}/security-answers`, handle, body: { answers } }, 'taken'),
    async beginApp(handle) {
      const answer = await ask({ method: 'PUT', path: APP, handle, body: {} }, DOOR_ANSWERS.begun);
      return answer.kind === 'refused' ? answer : { kind: 'begun', secret: answer.said.secret };
    },
    confirmApp: (handle, code) => toldOf({ method: 'PUT', path: APP, handle, body: { code } }, 'taken'),
    async start(username) {
      const body = { claim: { username } };
      const answer = await ask({ method: 'POST', path: RECOVERY, body }, DOOR_ANSWERS.started);
      return answer.kind === 'refused' ? answer : { ...flowIn(answer.said), handle: answer.said.handle };
    },
    async prove(handle, { method, ...body }) {
      const path = `${RECOVERY}/proofs/${method}`;
      const answer = await ask({ method: 'POST', path, handle, body }, DOOR_ANSWERS.flow);
      return answer.kind === 'refused' ? answer : flowIn(answer.said);
    },
    unlock: (handle, operation) =>
      spent({ method: 'POST', path: `${RECOVERY}/unlock`, handle, operation, body: {} }),
    reset: (handle, operation, newPassword) =>
      spent({ method: 'POST', path: `${RECOVERY}/reset`, handle, operation, body: { newPassword } }),
  };
}

const ENROLLMENT = '/api/enrollment';
const SESSION = `${ENROLLMENT}/session`;
const APP = `${ENROLLMENT}/authenticator-app`;
const RECOVERY = '/api/recovery';

type Said<Name extends keyof typeof DOOR_ANSWERS> = z.infer<(typeof DOOR_ANSWERS)[Name]>;

function registeredIn(answer: { readonly kind: 'said'; readonly said: Said<'registered'> } | DoorRefusal) {
  if (answer.kind === 'refused') return answer;
  const { methods, questionnaire } = answer.said;
  return {
    kind: 'registered',
    methods: methods.map(({ method }) => method),
    questionnaire: questionnaire.parts.map((part) =>
      part.kind === 'single'
        ? { answer: 1, questions: [part.question.id] }
        : { answer: part.answer, questions: part.questions.map(({ id }) => id) },
    ),
  } as const;
}

const flowIn = ({ actions, methods }: Said<'flow'>): FlowAtDoor => ({
  kind: 'flow',
  actions: { unlock: standingIn(actions.unlock), reset: standingIn(actions.reset) },
  questions: methods.flatMap(({ questions = [] }) => questions.map(({ id }) => id)),
});

const standingIn = ({ because, ...standing }: Said<'flow'>['actions']['unlock']) => ({
  ...standing,
  ...(because !== undefined && { because }),
});
