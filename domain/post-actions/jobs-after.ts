import { wordsOf } from '../policy/branding.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { PostAction } from '../policy/post-action.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import type { Flow, Outcome } from '../recovery/flow.ts';
import { ownConfiguration } from '../recovery/standing.ts';
import { fillIn, type MacroFacts } from './fill-in.ts';
import type { PostActionJob, PostActionWork } from './job.ts';

/** The account as it was changed, or as it is found afterwards; undefined when nobody can read it. */
type Seen = Pick<Account, 'username' | 'displayName' | 'mail'> | undefined;

/**
 * The jobs that an outcome causes: the post actions after that action, their macros filled in with what is known now. None unless
 * the change was done for certain; a change of a known password causes none. Their ids are drawn; all else is pure.
 */
export function jobsAfter(
  { random }: Pick<Ports, 'random'>,
  flow: Flow,
  outcome: Outcome,
  configuration: Configuration,
  seen: Seen,
): readonly PostActionJob[] {
  const { action, result, at } = outcome;
  if (result !== 'done' || action === 'change') return [];
  const account = {
    username: seen?.username ?? '',
    displayName: seen?.displayName ?? '',
    mail: seen?.mail ?? '',
  };
  const facts = factsOf(flow, { ...account, action, at: new Date(at).toISOString() }, configuration);
  const { person, reference } = flow;
  return (configuration.document.postActions ?? [])
    .filter(({ after }) => after.includes(action))
    .map((postAction) => ({
      id: random.id(),
      person,
      account,
      action,
      at,
      reference,
      name: postAction.name,
      work: workOf(postAction, facts),
      failures: 0,
    }));
}

const factsOf = (
  flow: Flow,
  known: Pick<MacroFacts, 'username' | 'displayName' | 'mail' | 'action' | 'at'>,
  configuration: Configuration,
): MacroFacts => ({
  ...known,
  domain: flow.person.domain,
  reference: flow.reference,
  userConfiguration: ownConfiguration(flow, configuration)?.name ?? '',
  organization: wordsOf(configuration.document, configuration.document.languages.default).organization,
});

function workOf(postAction: PostAction, facts: MacroFacts): PostActionWork {
  switch (postAction.kind) {
    case 'webhook':
      return { kind: 'webhook', endpoint: postAction.endpoint, text: fillIn(postAction.text, facts) };
    case 'event':
      return { kind: 'event', text: fillIn(postAction.text, facts) };
    case 'attribute':
      return {
        kind: 'attribute',
        attribute: postAction.attribute,
        value: fillIn(postAction.value, facts),
      };
  }
}
