import { Stack } from 'aws-cdk-lib';
import {
  GatewayVpcEndpoint,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpoint,
  InterfaceVpcEndpointAwsService,
  type ISubnet,
  type IVpc,
  SecurityGroup,
} from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { rotationNeeds } from './rotation-needs.ts';

export interface PrivateEndpointsProps {
  readonly vpc: IVpc;
  readonly subnets: readonly ISubnet[];
  /** Further subnets from which DynamoDB is reached. */
  readonly outward: readonly ISubnet[];
  /** Nobody else is in the VPC, so the endpoints let through nothing but what our functions ask for. */
  readonly ours: boolean;
}

/**
 * The VPC's own doors to KMS, Secrets Manager and DynamoDB, so that it needs no way to the internet. CloudWatch has none: what
 * a function prints, metrics too, is carried off by Lambda itself. Mail is sent by a function outside the VPC.
 */
export class PrivateEndpoints extends Construct {
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: PrivateEndpointsProps) {
    super(scope, id);
    const { vpc } = props;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc,
      description: 'Latchkey endpoints: HTTPS from the functions',
      allowAllOutbound: false,
    });
    this.door(props, 'Kms', InterfaceVpcEndpointAwsService.KMS, ['kms:GenerateDataKey', 'kms:GenerateMac']);
    this.door(props, 'SecretsManager', InterfaceVpcEndpointAwsService.SECRETS_MANAGER, [...rotationNeeds]);
    const gateway = new GatewayVpcEndpoint(this, 'DynamoDb', {
      vpc,
      service: GatewayVpcEndpointAwsService.DYNAMODB,
      subnets: [{ subnets: [...new Set([...props.subnets, ...props.outward])] }],
    });
    gateway.addToPolicy(
      this.passing(props, [
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:Scan',
        'dynamodb:UpdateItem',
      ]),
    );
  }

  private door(
    props: PrivateEndpointsProps,
    id: string,
    service: InterfaceVpcEndpointAwsService,
    actions: string[],
  ): void {
    const door = new InterfaceVpcEndpoint(this, id, {
      vpc: props.vpc,
      service,
      subnets: { subnets: [...props.subnets] },
      securityGroups: [this.securityGroup],
      open: false,
      privateDnsEnabled: true,
    });
    door.addToPolicy(this.passing(props, actions));
  }

  /** Only principals and resources of this account: nothing can be carried to somebody else's tables through our door. */
  private passing({ ours }: PrivateEndpointsProps, actions: string[]): PolicyStatement {
    const { account } = Stack.of(this);
    return new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: ours ? actions : ['*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:PrincipalAccount': account, 'aws:ResourceAccount': account } },
    });
  }
}
