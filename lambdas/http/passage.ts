import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { RouteKey } from '../api.ts';
import type { Cookie } from './cookies.ts';
import type { Presentation } from './presentation.ts';
import type { Request } from './request.ts';

/** What one request leaves behind for the layers around its route. */
export interface Passage {
  readonly startedAt: number;
  /** Told to the person and written to the journal; finds one in the other. */
  readonly reference: string;
  /** Known before anything else of the request: what is wrong with it is told in it, too. */
  presentation?: Presentation;
  key?: RouteKey;
  request?: Request;
  cookies: readonly Cookie[];
}

/** API Gateway's event with its passage; middy hands the one object from layer to layer. */
export interface Incoming extends APIGatewayProxyEvent {
  passage?: Passage;
}
