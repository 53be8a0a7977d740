import { DomainName, EndpointType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayDomain } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { TLS } from './tls-policy.ts';

export type DoorNameProps = NonNullable<Settings['portal']['customDomain']>;

/** The customer's own name for a door to the internet, with the API at its root. */
export class DoorName extends Construct {
  /** Where the name must point when there is no hosted zone to do it in. */
  readonly target: string;

  constructor(scope: Construct, id: string, rest: RestApi, props: DoorNameProps) {
    super(scope, id);
    const { name, certificateArn, hostedZone } = props;
    const domain = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      endpointType: EndpointType.REGIONAL,
      ...TLS,
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
