import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';

export type Handler = (event: unknown, context: Context) => Promise<APIGatewayProxyResult>;

/** As much of a Lambda context as powertools reads. */
export const CONTEXT = {
  awsRequestId: 'bench',
  functionName: 'bench',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:bench',
  memoryLimitInMB: '1769',
} as Context;

/** An API Gateway event for one route. */
export const eventOf = (
  httpMethod: string,
  resource: string,
  {
    body,
    headers = {},
    pathParameters = null,
  }: Partial<Pick<APIGatewayProxyEvent, 'headers' | 'pathParameters'>> & { body?: object } = {},
): APIGatewayProxyEvent =>
  ({
    httpMethod,
    resource,
    path: resource,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    multiValueHeaders: {},
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters,
    stageVariables: null,
    body: body ? JSON.stringify(body) : null,
    isBase64Encoded: false,
    requestContext: { identity: { sourceIp: '198.51.100.7' } },
  }) as unknown as APIGatewayProxyEvent;

/** Asks a handler over JSON and answers the parsed body; throws on any status but a 2xx. */
export async function ask<T>(handler: Handler, event: APIGatewayProxyEvent): Promise<T> {
  const result = await handler(event, CONTEXT);
  if (result.statusCode >= 300)
    throw new Error(`${event.httpMethod} ${event.resource}: ${result.statusCode} ${result.body}`);
  return JSON.parse(result.body) as T;
}
