/** Of openid-client: what came back was read, and is not right. All else is the provider's trouble, or ours with it. */
const NOT_RIGHT: readonly string[] = [
  'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
];

/**
 * Whether an error says that a sign-in does not hold. A code that is used up, expired or another's is `invalid_grant` (RFC 6749
 * §5.2); every other word of the token endpoint is about us, not about who signed in.
 */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'OAUTH_RESPONSE_BODY_ERROR') return 'error' in error && error.error === 'invalid_grant';
  return NOT_RIGHT.some((code) => code === error.code);
}
