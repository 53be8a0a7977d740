import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Mistake } from '../mistake.ts';
import { actionRuleMistakes } from './action-rules.ts';
import { audienceMistakes } from './audiences.ts';
import { idMistakes, nameMistakes } from './ids.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';

/** The mistakes in the user configurations. */
export const userConfigurationMistakes = (
  document: ConfigurationDocument,
  known: Pick<Known, 'filterTrouble'>,
): readonly Mistake[] => [
  ...idMistakes(document.userConfigurations, '/userConfigurations', 'user configuration'),
  ...document.userConfigurations.flatMap((userConfiguration, index) => {
    const path = pointer('userConfigurations', index);
    return [
      ...nameMistakes(userConfiguration.name, `${path}/name`, 'user configuration'),
      ...audienceMistakes(userConfiguration, path, known),
      ...actionRuleMistakes(userConfiguration, path, document),
    ];
  }),
];
