import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import { quoted } from './words.ts';

/** What the order of the user configurations is called where it is a thing of its own. */
export const ORDER_NAME = 'Order of the user configurations';

/** The order in which user configurations are tried. */
export const orderSentence = ({
  userConfigurations,
}: Pick<ConfigurationDocument, 'userConfigurations'>): string =>
  `The first of these that matches wins: ${userConfigurations.map(({ name }) => quoted(name)).join(', ')}.`;
