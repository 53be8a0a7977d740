import type { Configuration } from '../../policy/configuration.ts';
import { isOn } from '../../policy/methods.ts';
import type { Ports } from '../../ports/index.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';
import { givenFor, type Prompt } from '../prompt.ts';

/** What is asked for, by the attribute's name. */
export const attributePrompts = ({ document }: Pick<Configuration, 'document'>): readonly Prompt[] =>
  (document.methods['ldap-attributes']?.attributes ?? []).map(({ attribute, label }) => ({
    id: attribute,
    label,
  }));

/** Whether attributes are asked for here: the method is on, and there are some. */
export const attributesAreOffered = (configuration: Pick<Configuration, 'document'>): boolean =>
  isOn(configuration.document, 'ldap-attributes') && attributePrompts(configuration).length > 0;

/**
 * Attributes of the account, all of them at once, as a proof. The directory compares them; none is read, and nothing says which
 * was wrong. A stranger's are asked for of an object that is not there. Never enough by itself (`TRAITS`).
 */
export const attributesOffer = (
  ports: Pick<Ports, 'directory'>,
  given: Readonly<Record<string, string>>,
): Offer => ({
  method: 'ldap-attributes',
  async holds({ flow, configuration }) {
    // As they are asked for now, whatever was on the page: one that was taken off the list must not make it easier.
    const asked = givenFor(attributePrompts(configuration), given);
    return asked && (await ports.directory.attributesHold(flow.person, asked)) ? HOLDS : WRONG;
  },
});
