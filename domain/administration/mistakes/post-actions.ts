import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Outside } from '../../policy/configuration.ts';
import { MACROS, type PostAction } from '../../policy/post-action.ts';
import type { Mistake } from '../mistake.ts';
import { idMistakes, nameMistakes } from './ids.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';

/** The mistakes in what happens after a change. */
export const postActionMistakes = (
  { postActions = [] }: Pick<ConfigurationDocument, 'postActions'>,
  { outside }: Pick<Known, 'outside'>,
): readonly Mistake[] => [
  ...idMistakes(postActions, '/postActions', 'post action'),
  ...postActions.flatMap((action, index) => {
    const path = pointer('postActions', index);
    return [
      ...nameMistakes(action.name, `${path}/name`, 'post action'),
      ...(action.after.length === 0 ? [neverDone(action, path)] : []),
      ...notDeployed(action, path, outside),
      ...textMistakes(action, path),
    ];
  }),
];

const neverDone = ({ name }: PostAction, path: string): Mistake => ({
  path: `${path}/after`,
  code: 'asks-for-nothing',
  message: `Post action "${name}" is done after nothing.`,
  remedy: 'Say after which: "unlock", "reset" or both. Or remove it.',
});

function notDeployed(action: PostAction, path: string, outside: Outside): readonly Mistake[] {
  const missing = (
    step: string,
    what: string,
    there: readonly string[],
    instead: string,
  ): readonly Mistake[] => [
    {
      path: `${path}${step}`,
      code: 'not-deployed',
      message: `Post action "${action.name}" ${what}, which the deployment does not have.`,
      remedy: `${there.length > 0 ? `Use ${there.map((one) => `"${one}"`).join(', ')}` : instead}, or have it put into the deployment's settings (docs/deploy.md) and deployed.`,
    },
  ];
  switch (action.kind) {
    case 'webhook':
      return outside.webhooks.includes(action.endpoint)
        ? []
        : missing('/endpoint', `calls the webhook "${action.endpoint}"`, outside.webhooks, 'Remove it');
    case 'event':
      return outside.events ? [] : missing('/kind', 'sends to a topic', [], 'Remove it');
    case 'attribute': {
      const { writableAttributes } = outside;
      const isThere = writableAttributes.some((one) => one.toLowerCase() === action.attribute.toLowerCase());
      if (isThere) return [];
      return missing(
        '/attribute',
        `writes the attribute "${action.attribute}"`,
        writableAttributes,
        'Remove it',
      );
    }
  }
}

function textMistakes(action: PostAction, path: string): readonly Mistake[] {
  const [step, text] = action.kind === 'attribute' ? ['/value', action.value] : ['/text', action.text];
  const known: readonly string[] = MACROS;
  const unknown = [...new Set([...text.matchAll(/%([A-Za-z]+)%/g)].map(([, name = '']) => name))].filter(
    (name) => !known.includes(name),
  );
  return [
    // An attribute that is set to nothing is taken away.
    ...(text.trim() === '' && action.kind !== 'attribute' ? [empty(action, `${path}${step}`)] : []),
    ...unknown.map((name): Mistake => ({
      path: `${path}${step}`,
      code: 'unknown-macro',
      message: `Post action "${action.name}" has "%${name}%" in its text, which stands for nothing.`,
      remedy: `Use ${MACROS.map((macro) => `%${macro}%`).join(', ')}. There is none for a password.`,
    })),
  ];
}

const empty = ({ name }: PostAction, path: string): Mistake => ({
  path,
  code: 'out-of-range',
  message: `Post action "${name}" has nothing to say.`,
  remedy: 'Write a text, or remove it.',
});
