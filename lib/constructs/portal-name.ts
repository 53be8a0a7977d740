import { DomainName, EndpointType, type RestApi, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

export type PortalNameProps = NonNullable<Settings['portal']['customDomain']>;

/** The customer's own name for the portal: TLS 1.2 or better, and the API at its root. */
export class PortalName extends Construct {
  /** Where the name must point when there is no hosted zone to do it in. */
  readonly target: string;

  constructor(
    scope: Construct,
    id: string,
    rest: RestApi,
    { name, certificateArn, hostedZone }: PortalNameProps,
  ) {
    super(scope, id);
    const domain = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    domain.addBasePathMapping(rest);
    this.target = domain.domainNameAliasDomainName;
    if (!hostedZone) return;
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: hostedZone.id,
      zoneName: hostedZone.name,
    });
    new ARecord(this, 'Record', {
      zone,
      recordName: `${name}.`,
      target: RecordTarget.fromAlias(new ApiGatewayDomain(domain)),
    });
  }
}
