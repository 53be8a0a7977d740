import type { Finding } from '../../client/client.ts';

type Check = Finding['check'];
type Topic = 'controllers' | 'accounts' | 'reading' | 'rights' | 'configuration';

/** What each check is about. */
const TOPICS: Readonly<Record<Check, Topic>> = {
  'controller-name': 'controllers',
  'controller-port': 'controllers',
  'controller-trust': 'controllers',
  'controller-certificate-name': 'controllers',
  'controller-certificate-days': 'controllers',
  'controller-clock': 'controllers',
  'controller-writable': 'controllers',
  'controller-order': 'controllers',
  'policy-hints': 'controllers',
  'data-proxy-account': 'accounts',
  'self-service-account': 'accounts',
  'account-privilege': 'accounts',
  'base-dn': 'reading',
  'served-unit': 'reading',
  reading: 'reading',
  'password-settings': 'reading',
  'reset-right': 'rights',
  'unlock-right': 'rights',
  'must-change-right': 'rights',
  'rights-too-many': 'rights',
  'configuration-reference': 'configuration',
};

/** What was found about a topic. */
export const findingsAbout = (topic: Topic, findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ check }) => TOPICS[check] === topic);

/** The domain controllers that were looked at, by their addresses. */
export const controllersIn = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.filter(({ check }) => check === 'controller-name').map(({ object }) => object)),
];
