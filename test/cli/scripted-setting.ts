import { ApiProblem, type ApiKey, type Call } from '../../client/client.ts';
import type { Setting } from '../../cli/setting.ts';

type Answers = Partial<Record<ApiKey, (given: Record<string, Record<string, unknown>>) => unknown>>;

export interface ScriptedSetting extends Setting {
  /** What came to standard output and standard error. */
  readonly said: { out: string; talk: string };
  /** The calls that were made, by route. */
  readonly called: readonly ApiKey[];
}

/** What a command works with, when each route answers as it is told to here. */
export function scriptedSetting(answers: Answers, json = false): ScriptedSetting {
  const said = { out: '', talk: '' };
  const called: ApiKey[] = [];
  const call = (key: ApiKey, given: Record<string, Record<string, unknown>> = {}): Promise<unknown> => {
    called.push(key);
    const answer = answers[key];
    if (!answer) return Promise.reject(new Error(`nobody expected ${key}`));
    return Promise.resolve().then(() => answer(given));
  };
  return {
    said,
    called,
    json,
    base: 'https://reset.example.com',
    call: call as Call,
    command: (verb) => `latchkey ${verb}`,
    visits: { handleFor: () => Promise.resolve(undefined), keep: () => Promise.resolve() },
    terminal: {
      data: (text) => void (said.out += `${text}\n`),
      talk: (text) => void (said.talk += `${text}\n`),
      quiet: false,
      interactive: false,
      watched: false,
      dataShown: false,
      ask: () => Promise.reject(new Error('nobody is there to be asked')),
      piped: () => Promise.resolve(''),
    },
  };
}

/** What the API refuses with. */
export const refusal = (code: string, status = 0): ApiProblem =>
  new ApiProblem({
    type: 'about:blank',
    title: code,
    status,
    code,
    reference: status === 0 ? '' : 'K7Q2-M9XD',
  });
