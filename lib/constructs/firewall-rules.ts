import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { type Door, routesBehind } from '../../lambdas/doors.ts';
import type { Settings } from '../settings.ts';
import { BEGINNINGS, partsOf } from './route-paces.ts';

type Rule = CfnWebACL.RuleProperty;
type Statement = CfnWebACL.StatementProperty;
type Firewall = Exclude<Settings['portal']['firewall'], 'off'>;

/**
 * Rules of AWS's groups that only count. Those about bodies: a password and an answer may look like anything, a configuration is larger
 * than 8 KiB, and nothing here ever runs or renders a body. And a program without a user agent is no attack.
 */
const COUNTED = [
  'CrossSiteScripting_BODY',
  'EC2MetaDataSSRF_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'NoUserAgent_HEADER',
  'SizeRestrictions_BODY',
];
/** The pages on which somebody begins. */
const PAGES: Readonly<Record<Door, readonly string[]>> = {
  portal: ['/recover', '/enroll', '/enroll/sign-in', '/password/change'],
  administration: [],
};

/** What a door's firewall does, in this order: floods, puzzles, known attacks. Whatever it does not name is let through. */
export function firewallRules(door: Door, firewall: Firewall): Rule[] {
  const posted = routesBehind(door).filter((key) => BEGINNINGS.includes(key));
  const beginnings = both(method('POST'), paths(posted.map((key) => partsOf(key)[1])));
  const rules: readonly Omit<Rule, 'priority' | 'visibilityConfig'>[] = [
    { name: 'Flood', ...blocked, statement: paced(firewall.requestsPerFiveMinutes) },
    {
      name: 'FloodOfBeginnings',
      ...blocked,
      statement: paced(firewall.beginningsPerFiveMinutes, beginnings),
    },
    ...(firewall.captcha ? [puzzle({ orStatement: { statements: [beginnings, paths(PAGES[door])] } })] : []),
    managed('AWSManagedRulesCommonRuleSet', COUNTED),
    managed('AWSManagedRulesKnownBadInputsRuleSet', []),
  ];
  return rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: seen(rule.name) }));
}

/** Counted, and never sampled: a sample shows headers, cookies among them. */
export const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});

const blocked = { action: { block: {} } };

const paced = (limit: number, scopeDownStatement?: Statement): Statement => ({
  rateBasedStatement: {
    limit,
    evaluationWindowSec: 300,
    aggregateKeyType: 'IP',
    ...(scopeDownStatement && { scopeDownStatement }),
  },
});

/** A quarter of an hour, as long as a flow may rest: who has solved it on the page can send what the page holds. */
const puzzle = (statement: Statement) => ({
  name: 'Puzzle',
  action: { captcha: {} },
  captchaConfig: { immunityTimeProperty: { immunityTime: 900 } },
  statement,
});

const managed = (name: string, counted: readonly string[]) => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

const both = (...statements: Statement[]): Statement => ({ andStatement: { statements } });

const method = (searchString: string): Statement => ({
  byteMatchStatement: {
    searchString,
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

/** The stage stands before the path where there is no custom domain. */
const paths = (which: readonly string[]): Statement => ({
  regexMatchStatement: {
    regexString: `^(/[A-Za-z0-9-]+)?(${which.join('|')})/?$`,
    fieldToMatch: { uriPath: {} },
    // Whatever the gateway decodes before it chooses a route is decoded here too.
    textTransformations: [
      { priority: 0, type: 'URL_DECODE' },
      { priority: 1, type: 'NORMALIZE_PATH' },
    ],
  },
});
