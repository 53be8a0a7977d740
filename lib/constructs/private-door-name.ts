import {
  CfnBasePathMappingV2,
  CfnDomainNameAccessAssociation,
  CfnDomainNameV2,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { addressAllowList } from './address-allow-list.ts';
import type { DoorNameProps } from './door-name.ts';
import { TLS } from './tls-policy.ts';

/** The customer's own name for a private door: reached through its endpoint only, with the API at its root. */
export class PrivateDoorName extends Construct {
  constructor(scope: Construct, id: string, rest: RestApi, endpointId: string, props: DoorNameProps) {
    super(scope, id);
    const domain = new CfnDomainNameV2(this, 'Domain', {
      domainName: props.name,
      certificateArn: props.certificateArn,
      endpointConfiguration: { types: ['PRIVATE'] },
      // Who may come is said once, by the API's own policy: addresses are not known to a name's.
      policy: addressAllowList('any', endpointId).toJSON() as object,
      ...TLS,
    });
    new CfnBasePathMappingV2(this, 'Mapping', {
      domainNameArn: domain.attrDomainNameArn,
      restApiId: rest.restApiId,
      stage: rest.deploymentStage.stageName,
    });
    new CfnDomainNameAccessAssociation(this, 'Association', {
      domainNameArn: domain.attrDomainNameArn,
      accessAssociationSource: endpointId,
      accessAssociationSourceType: 'VPCE',
    });
  }
}
