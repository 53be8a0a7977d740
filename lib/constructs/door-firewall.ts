import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, ResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { Door } from '../../lambdas/doors.ts';
import type { Settings } from '../settings.ts';
import { actingForUs } from './acting-for-us.ts';
import { firewallRules, seen } from './firewall-rules.ts';

export interface DoorFirewallProps {
  readonly door: Door;
  readonly settings: Settings;
  readonly rest: RestApi;
  readonly logKey: IKey;
}

/** Headers that hold a handle, or an address with one in it. */
const SECRET_HEADERS = ['authorization', 'cookie', 'referer'];

/**
 * The WAF before a door: volume and known attacks. Who may do what is not its business, and no cap is counted here. It notes what it
 * turned away, without what that held: no header with a handle, no query, no path (the links of letters are in one), no body.
 */
export class DoorFirewall extends Construct {
  constructor(scope: Construct, id: string, props: DoorFirewallProps) {
    super(scope, id);
    const { door, settings, rest } = props;
    const { firewall } = settings[door];
    if (firewall === 'off') return;
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      description: `Latchkey ${settings.name}: floods and known attacks on the ${door}`,
      defaultAction: { allow: {} },
      rules: firewallRules(door, firewall),
      visibilityConfig: seen(`Latchkey-${settings.name}-${door}`),
      dataProtectionConfig: {
        dataProtections: [
          { action: 'SUBSTITUTION', field: { fieldType: 'SINGLE_HEADER', fieldKeys: SECRET_HEADERS } },
          { action: 'SUBSTITUTION', field: { fieldType: 'QUERY_STRING' } },
          { action: 'SUBSTITUTION', field: { fieldType: 'BODY' } },
        ],
      },
    });
    new CfnWebACLAssociation(this, 'Association', {
      webAclArn: acl.attrArn,
      resourceArn: rest.deploymentStage.stageArn,
    });
    this.note(acl, props);
  }

  /** WAF asks for a name that begins so, and for leave to write. */
  private note(acl: CfnWebACL, { door, settings, logKey }: DoorFirewallProps): void {
    const { account, region, partition } = Stack.of(this);
    const logGroupName = `aws-waf-logs-latchkey-${settings.name.toLowerCase()}-${door}`;
    const log = new LogGroup(this, 'Log', {
      logGroupName,
      retention: settings.logRetentionDays,
      encryptionKey: logKey,
      // Its name is given, so one that stayed would be in the way of the next.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const mayWrite = new PolicyStatement({
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log.logGroupArn],
      conditions: actingForUs(Stack.of(this), { service: 'logs', thing: '*' }),
    });
    const policy = new ResourcePolicy(this, 'LogPolicy', {
      resourcePolicyName: logGroupName,
      policyStatements: [mayWrite],
    });
    const logging = new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [`arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}`],
      redactedFields: [
        ...SECRET_HEADERS.map((name) => ({ singleHeader: { Name: name } })),
        { queryString: {} },
        { uriPath: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [
              { ActionCondition: { Action: 'BLOCK' } },
              { ActionCondition: { Action: 'CAPTCHA' } },
            ],
          },
        ],
      },
    });
    logging.node.addDependency(policy, log);
  }
}
