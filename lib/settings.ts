import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { administrationSettings } from './settings/administration-settings.ts';
import { administratorSettings } from './settings/administrator-settings.ts';
import { backupSettings, copyIsElsewhere } from './settings/backup-settings.ts';
import { wayToBreachedPasswords } from './settings/breached-settings.ts';
import { canarySettings } from './settings/canary-settings.ts';
import { canaryTogether } from './settings/canary-together.ts';
import { connectionsTogether } from './settings/connections.ts';
import { deploymentSettings } from './settings/deployment-settings.ts';
import { domainSettings } from './settings/domain-settings.ts';
import { domainsTogether } from './settings/domains-together.ts';
import { doorsTogether, puzzleTogether } from './settings/doors-together.ts';
import { EMAIL, REGION } from './settings/known-forms.ts';
import { languageSettings } from './settings/language-settings.ts';
import { loadBalancerTogether } from './settings/load-balancer-together.ts';
import { MistakenSettings } from './settings/mistaken-settings.ts';
import { networkSettings } from './settings/network-settings.ts';
import { outsideSettings } from './settings/outside-settings.ts';
import { attributeWritersTogether } from './settings/attribute-writers.ts';
import { postActionSettings } from './settings/post-action-settings.ts';
import { policySettings } from './settings/policy-settings.ts';
import { portalSettings } from './settings/portal-settings.ts';
import { provisionedSettings, provisionedTogether } from './settings/provisioned.ts';
import { replicaSettings, replicaTogether, standbySettings } from './settings/replica-settings.ts';
import { type ToldIssue, toldIssues } from './settings/told-issues.ts';
import { trailSettings } from './settings/trail-settings.ts';
import { watchSettings } from './settings/watch-settings.ts';
import { waysBack } from './settings/ways-back.ts';
import { plainly, say, text } from './settings/wording.ts';

/** In days, as CloudWatch Logs knows them. */
const RETENTIONS = Object.values(RetentionDays).filter((days) => Number(days) < 9999);

const concurrency = (most: number) => z.int(say('a whole number from 1')).min(1).default(most);

const schema = z.strictObject({
  /** The environment; it is in the name of every stack. */
  name: text('a short name of letters and digits, such as Production', /^[A-Z][A-Za-z0-9]{0,19}$/),
  account: text('an AWS account id of 12 digits', /^\d{12}$/).optional(),
  region: text('an AWS region such as eu-west-1', REGION).optional(),
  organization: z.strictObject({
    name: text('the name people know the organization by'),
    helpDeskPhone: text('the telephone number of the help desk'),
  }),
  /** The first administrators: members of these groups always may administer. */
  administrators: administratorSettings,
  languages: languageSettings.optional(),
  portal: portalSettings,
  /** The admin API and the console have a list of their own. */
  administration: administrationSettings,
  domains: z.array(domainSettings).min(1, 'is empty: give at least one domain'),
  /** NetBIOS name of the domain that a bare user name belongs to; the first one when left out. */
  defaultDomain: text('the NetBIOS name of one of the domains')
    .transform((name) => name.toUpperCase())
    .optional(),
  network: networkSettings,
  mail: z.strictObject({
    from: text('one plain e-mail address that SES may send from, such as reset@example.com', EMAIL),
    /** The verified identity in SES, when it is not the domain of `from`. */
    identity: text('the name of a verified identity in SES').optional(),
  }),
  policy: policySettings.prefault({}),
  outside: outsideSettings.prefault({}),
  postActions: postActionSettings.prefault({}),
  backup: backupSettings.prefault({ lock: 'governance' }),
  replica: replicaSettings.optional(),
  standby: standbySettings.optional(),
  trail: trailSettings.prefault({}),
  canary: canarySettings,
  watch: watchSettings.prefault({}),
  logRetentionDays: z
    .enum(RetentionDays, say(`one of ${RETENTIONS.join(', ')}`))
    .default(RetentionDays.ONE_YEAR),
  /** Environments of each function at once, taken out of the account's quota; they bound what reaches the domain controllers. */
  concurrency: z
    .strictObject({
      verify: concurrency(20),
      enroll: concurrency(10),
      unlock: concurrency(5),
      reset: concurrency(10),
      admin: concurrency(5),
    })
    .prefault({}),
  provisioned: provisionedSettings.prefault({}),
  deployment: deploymentSettings.prefault({ kind: 'gradual' }),
  architecture: z.enum(['arm64', 'x86_64']).default('arm64'),
});

/** The settings of one environment as they are written. */
export type SettingsInput = z.input<typeof schema>;
/** The settings of one environment, checked, with nothing left to default. */
export type Settings = z.output<typeof schema>;

/** Checks the settings of an environment. All that is wrong is thrown at once, as MistakenSettings. */
export function defineConfig(settings: SettingsInput): Settings {
  const checked = schema.safeParse(settings, { error: plainly });
  const wrong = [
    ...(checked.success ? [] : toldIssues(checked.error.issues)),
    ...togetherWrong(checked.success ? checked.data : rightParts(settings)),
  ];
  if (checked.success && wrong.length === 0) return checked.data;
  throw new MistakenSettings(wrong.map(({ path, message }) => `${placeOf(path)}: ${message}`));
}

/** A check of parts that are right by themselves; it is left out while one of them is not. */
const together =
  <Part extends keyof Settings>(
    needed: readonly Part[],
    check: (parts: Pick<Settings, Part>) => readonly ToldIssue[],
  ) =>
  (parts: Partial<Settings>): readonly ToldIssue[] =>
    needed.every((part) => part in parts) ? check(parts as Pick<Settings, Part>) : [];

const TOGETHER = [
  together(['portal', 'administration'], doorsTogether),
  together(['portal', 'canary'], puzzleTogether),
  together(['domains', 'network'], domainsTogether),
  together(['domains', 'concurrency'], connectionsTogether),
  together(['concurrency', 'provisioned'], provisionedTogether),
  together(['network', 'policy'], wayToBreachedPasswords),
  together(['domains', 'postActions'], attributeWritersTogether),
  together(['domains', 'network'], loadBalancerTogether),
  together(['network', 'portal', 'administration'], waysBack),
  together(['canary', 'domains', 'network', 'policy', 'portal'], canaryTogether),
  copyIsElsewhere,
  replicaTogether,
] as const;

/** What is wrong of parts that are right by themselves. */
const togetherWrong = (parts: Partial<Settings>): readonly ToldIssue[] =>
  TOGETHER.flatMap((check) => check(parts));

/** So that one mistake elsewhere hides none. */
const rightParts = (settings: SettingsInput): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(schema.shape).flatMap(([part, shape]) => {
      const { success, data } = shape.safeParse(settings[part as keyof SettingsInput]);
      return success && data !== undefined ? [[part, data]] : [];
    }),
  );

const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
    '',
  ) || 'settings';
