import { type RestApi, ResponseType } from 'aws-cdk-lib/aws-apigateway';
import { SECURITY_HEADERS } from '../../lambdas/http/security-headers.ts';

/** What API Gateway answers by itself, before or instead of a function. */
const ANSWERS = [
  { id: 'Refused', type: ResponseType.DEFAULT_4XX, code: 'request-refused' },
  { id: 'Broken', type: ResponseType.DEFAULT_5XX, code: 'service-problem' },
  { id: 'NotListed', type: ResponseType.ACCESS_DENIED, status: 403, code: 'address-not-allowed' },
  { id: 'NoRoute', type: ResponseType.MISSING_AUTHENTICATION_TOKEN, status: 404, code: 'route-unknown' },
  { id: 'Filtered', type: ResponseType.WAF_FILTERED, status: 403, code: 'request-filtered' },
  { id: 'TooMany', type: ResponseType.THROTTLED, status: 429, code: 'too-many-requests' },
  { id: 'TooLarge', type: ResponseType.REQUEST_TOO_LARGE, status: 413, code: 'body-too-large' },
] as const;

/** Gives those answers the shape of all others: problem details (RFC 9457) with a stable code, and the security headers. */
export function gatewayAnswers(api: RestApi): void {
  // A value stands between quotes here, and the pages' policy has quotes of its own; `sandbox` does as much for JSON.
  const values = { ...SECURITY_HEADERS, 'content-security-policy': 'sandbox' };
  const headers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, `'${value}'`]));
  for (const { id, type, code, ...more } of ANSWERS) {
    const body = {
      type: 'about:blank',
      title: code.replaceAll('-', ' '),
      code,
      reference: '$context.requestId',
    };
    api.addGatewayResponse(id, {
      type,
      ...('status' in more && { statusCode: String(more.status) }),
      responseHeaders: headers,
      templates: { 'application/problem+json': JSON.stringify(body) },
    });
  }
}
