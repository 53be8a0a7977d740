import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import {
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  type ISubnet,
  type IVpc,
  Peer,
  Port,
  SecurityGroup,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { EVERY_DOOR } from '../../lambdas/doors.ts';
import type { Settings } from '../settings.ts';
import { PRIVATE_RANGES, rangeOf } from '../settings/addresses.ts';

export interface DoorEndpointProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  readonly settings: Pick<Settings, 'portal' | 'administration'>;
}

/** The doors that open to the premises through an endpoint which is made here. */
export const privateDoors = (settings: DoorEndpointProps['settings']) =>
  EVERY_DOOR.filter((door) => settings[door].door === 'private');

/**
 * The way from the premises to the private doors: one endpoint for both, open on port 443 to the lists of those that use it. Without private DNS,
 * which would take every other API of this kind away from the rest of the VPC: an API that is joined to it has a public name of its own, which
 * leads to the endpoint's private addresses.
 */
export class DoorEndpoint extends Construct {
  readonly endpoint: InterfaceVpcEndpoint;

  constructor(scope: Construct, id: string, { vpc, subnets, settings }: DoorEndpointProps) {
    super(scope, id);
    const securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Latchkey private doors: HTTPS from the premises',
      allowAllOutbound: false,
    });
    for (const range of openTo(settings))
      securityGroup.addIngressRule(
        rangeOf(range)?.family === 'ipv6' ? Peer.ipv6(range) : Peer.ipv4(range),
        Port.HTTPS,
        'People and administrators on the premises',
      );
    this.endpoint = new InterfaceVpcEndpoint(this, 'ExecuteApi', {
      vpc,
      service: InterfaceVpcEndpointAwsService.APIGATEWAY,
      subnets: { subnets: [...subnets] },
      securityGroups: [securityGroup],
      open: false,
      privateDnsEnabled: false,
    });
    this.endpoint.addToPolicy(this.ownApis());
    new CfnOutput(Stack.of(this), 'DoorEndpointName', {
      description: "Where a private door's own name must point in the premises' DNS, as a CNAME",
      value: Fn.select(1, Fn.split(':', Fn.select(0, this.endpoint.vpcEndpointDnsEntries))),
    });
  }

  /** Nobody signs in to AWS here, so a principal cannot be asked for; that the API is one of this account can. */
  private ownApis(): PolicyStatement {
    const { partition, region, account } = Stack.of(this);
    return new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: ['execute-api:Invoke'],
      resources: [`arn:${partition}:execute-api:${region}:${account}:*`],
    });
  }
}

const openTo = (settings: DoorEndpointProps['settings']): readonly string[] => [
  ...new Set(
    privateDoors(settings).flatMap((door) => {
      const { allowList } = settings[door];
      return allowList === 'any' ? PRIVATE_RANGES : allowList;
    }),
  ),
];
