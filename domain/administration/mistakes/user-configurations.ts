import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import { filtersIn } from '../../policy/user-configuration.ts';
import type { Mistake } from '../mistake.ts';
import { actionRuleMistakes } from './action-rules.ts';
import { audienceMistakes } from './audiences.ts';
import { idMistakes, nameMistakes } from './ids.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';
import { riskMistakes } from './risks.ts';

/** LDAP filters of all user configurations together: the directory judges each of them whenever anybody types a name. */
const MOST_FILTERS = 20;

/** The mistakes in the user configurations. */
export const userConfigurationMistakes = (
  document: ConfigurationDocument,
  known: Pick<Known, 'filterTrouble' | 'inForce'>,
): readonly Mistake[] => [
  ...idMistakes(document.userConfigurations, '/userConfigurations', 'user configuration'),
  ...document.userConfigurations.flatMap((userConfiguration, index) => {
    const path = pointer('userConfigurations', index);
    return [
      ...nameMistakes(userConfiguration.name, `${path}/name`, 'user configuration'),
      ...audienceMistakes(userConfiguration, path, known),
      ...actionRuleMistakes(userConfiguration, path, document),
      ...riskMistakes(userConfiguration, path, document, known),
    ];
  }),
  ...tooManyFilters(document),
];

function tooManyFilters({ userConfigurations }: ConfigurationDocument): readonly Mistake[] {
  const filters = filtersIn(userConfigurations).length;
  if (filters <= MOST_FILTERS) return [];
  return [
    {
      path: '/userConfigurations',
      code: 'out-of-range',
      message: `The user configurations have ${String(filters)} different LDAP filters, each of which costs a search for every name that is typed.`,
      remedy: `Use ${String(MOST_FILTERS)} or fewer: match by groups or OUs, or put several filters into one with (|…).`,
    },
  ];
}
