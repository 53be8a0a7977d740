import type { Configuration } from '../../policy/configuration.ts';
import { isOn } from '../../policy/methods.ts';
import type { Ports } from '../../ports/index.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';
import type { Prompt } from '../prompt.ts';

/** What is asked for, by id. */
export const responsePrompts = ({ document }: Pick<Configuration, 'document'>): readonly Prompt[] =>
  document.methods['external-responses']?.prompts ?? [];

/** Whether the organisation's own service is asked here: the deployment is joined to one, the method is on, and there is something to ask. */
export const responsesAreOffered = (configuration: Pick<Configuration, 'document' | 'outside'>): boolean =>
  configuration.outside.externalResponses !== undefined &&
  isOn(configuration.document, 'external-responses') &&
  responsePrompts(configuration).length > 0;

/** Responses that the organisation's own service judges, as a proof. A stranger is asked about too. */
export const responsesOffer = (
  ports: Pick<Ports, 'externalResponses' | 'mac'>,
  responses: Readonly<Record<string, string>>,
): Offer => ({
  method: 'external-responses',
  async holds({ flow }) {
    // Of this very try, as one that fails stays counted: a reply that was kept from an earlier one does not fit.
    const nonce = await ports.mac.quickTag('external-responses', `${flow.key}|${flow.tries}`);
    const answer = await ports.externalResponses.ask({ person: flow.person, nonce, responses });
    if (answer === 'unavailable') return { kind: 'unavailable' };
    return answer === 'verified' ? HOLDS : WRONG;
  },
});
