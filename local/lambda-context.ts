import type { Context } from 'aws-lambda';

/** API Gateway waits 29 seconds for an answer; our functions are given as long. */
export const TIMEOUT_MS = 29_000;

/** What Lambda tells a handler about its invocation. */
export function lambdaContext(functionName: string, awsRequestId: string): Context {
  const until = Date.now() + TIMEOUT_MS;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-1:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
