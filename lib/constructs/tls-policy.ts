import { EndpointAccessMode, SecurityPolicy } from 'aws-cdk-lib/aws-apigateway';

/**
 * TLS 1.3, and 1.2 with forward secrecy only: the strictest that leaves nobody out whose browser is younger than 2015. `STRICT` also holds every
 * request to the host that its TLS handshake named.
 */
export const TLS = {
  securityPolicy: SecurityPolicy.TLS13_1_2_PFS_PQ_2025_09,
  endpointAccessMode: EndpointAccessMode.STRICT,
} as const;
