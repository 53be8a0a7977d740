/**
 * The name, HTTP status and request id of an AWS SDK error, for a log: `ThrottlingException, HTTP 400, request 4f…`.
 * Never its message: carriers put people's addresses there.
 */
export function awsError(error: unknown): string {
  const { $metadata: answer } = Object(error) as {
    $metadata?: { httpStatusCode?: number; requestId?: string };
  };
  return [
    awsErrorName(error),
    answer?.httpStatusCode === undefined ? 'no answer' : `HTTP ${String(answer.httpStatusCode)}`,
    ...(answer?.requestId === undefined ? [] : [`request ${answer.requestId}`]),
  ].join(', ');
}

/** The stable name of an AWS SDK error, such as `InvalidCiphertextException`. */
export function awsErrorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown error';
}
