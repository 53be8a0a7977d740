import type { MethodSettings } from '../../policy/methods.ts';
import type { Mistake } from '../mistake.ts';
import { idMistakes } from './ids.ts';
import { pointer } from './pointer.ts';
import { textMistakes } from './texts.ts';

/** The mistakes in what an external service asks for; `host` is the deployment's, if it has one. */
export function externalMistakes(
  setting: MethodSettings['external-responses'],
  defaultLanguage: string,
  host: string | undefined,
): readonly Mistake[] {
  if (!setting) return [];
  const path = pointer('methods', 'external-responses', 'prompts');
  const { on, prompts } = setting;
  return [
    ...(on && host === undefined
      ? [notDeployed('external-responses', 'no external service that could judge')]
      : []),
    ...(on && prompts.length === 0
      ? [asksNothing(path, 'external-responses', 'asks people for nothing', 'Add a prompt')]
      : []),
    ...idMistakes(prompts, path, 'prompt'),
    ...prompts.flatMap(({ id, label }, index) =>
      textMistakes(
        label,
        `${path}${pointer(index, 'label')}`,
        `The label of prompt "${id}"`,
        defaultLanguage,
      ),
    ),
  ];
}

/** The mistakes in what is demanded of the identity provider; `issuer` is the deployment's, if it has one. */
export function providerMistakes(
  setting: MethodSettings['openid-connect'],
  issuer: string | undefined,
): readonly Mistake[] {
  if (!setting) return [];
  const blank = (part: 'acr' | 'amr') =>
    setting[part].flatMap((value, index): readonly Mistake[] =>
      /^\S+$/.test(value)
        ? []
        : [
            {
              path: pointer('methods', 'openid-connect', part, index),
              code: 'out-of-range',
              message: `"${value}" is no value that a provider says as "${part}".`,
              remedy: 'Write it as the provider does, without spaces, or remove it.',
            },
          ],
    );
  return [
    ...(setting.on && issuer === undefined
      ? [notDeployed('openid-connect', 'no identity provider to sign in at')]
      : []),
    ...blank('acr'),
    ...blank('amr'),
  ];
}

const notDeployed = (method: string, what: string): Mistake => ({
  path: pointer('methods', method),
  code: 'not-deployed',
  message: `Method "${method}" is on, but the deployment has ${what}.`,
  remedy: `Have it put into the deployment's settings (docs/deploy.md) and deployed, or switch "${method}" off.`,
});

/** The mistake of a method that is on and asks for nothing. */
export const asksNothing = (path: string, method: string, why: string, remedy: string): Mistake => ({
  path,
  code: 'asks-for-nothing',
  message: `Method "${method}" is on and ${why}.`,
  remedy: `${remedy}, or switch "${method}" off.`,
});
