import type { CastDomain } from '../../people.ts';
import { rdn } from '../distinguished-name.ts';
import type { Entry } from '../entry.ts';
import { negativeTicks } from '../filetime.ts';
import { entryOf } from './entry-of.ts';

/** The fine-grained password policies as objects. `dnOf` names the groups they apply to. */
export function passwordSettings(domain: CastDomain, dnOf: (group: string) => string): readonly Entry[] {
  return domain.passwordSettings.map((settings) =>
    entryOf(
      'msDS-PasswordSettings',
      `${rdn('CN', settings.name)},CN=Password Settings Container,CN=System,${domain.base}`,
      {
        cn: settings.name,
        'msDS-PasswordSettingsPrecedence': String(settings.precedence),
        'msDS-PasswordReversibleEncryptionEnabled': 'FALSE',
        'msDS-PasswordHistoryLength': String(settings.historyLength),
        'msDS-PasswordComplexityEnabled': settings.complexity ? 'TRUE' : 'FALSE',
        'msDS-MinimumPasswordLength': String(settings.minimumLength),
        'msDS-MinimumPasswordAge': negativeTicks(settings.minimumAgeMs),
        'msDS-MaximumPasswordAge': negativeTicks(settings.maximumAgeMs, true),
        'msDS-LockoutThreshold': String(settings.lockoutThreshold),
        'msDS-LockoutObservationWindow': negativeTicks(settings.lockoutWindowMs),
        'msDS-LockoutDuration': negativeTicks(settings.lockoutDurationMs, true),
        'msDS-PSOAppliesTo': settings.appliesTo.map(dnOf),
      },
    ),
  );
}
