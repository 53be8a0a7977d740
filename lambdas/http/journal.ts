import { randomBytes } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { Incoming } from './passage.ts';
import type { Edge } from './site.ts';

/** Opens the passage of a request, and writes one line when it ends: route, status, time, reference; never a body, cookie or handle. */
export const journal = ({ journal: lines }: Edge): MiddlewareObj<Incoming> => {
  const close = ({ event, response }: { event: Incoming; response: unknown }) => {
    const { passage } = event;
    lines.info('answered', {
      route: passage?.key ?? 'unknown',
      status: statusOf(response),
      ms: Date.now() - (passage?.startedAt ?? Date.now()),
      reference: passage?.reference ?? '',
    });
  };
  return {
    before: ({ event }) => {
      event.passage = { startedAt: Date.now(), reference: shortReference(), cookies: [] };
    },
    after: close,
    onError: close,
  };
};

const statusOf = (response: unknown): number =>
  typeof response === 'object' &&
  response !== null &&
  'statusCode' in response &&
  typeof response.statusCode === 'number'
    ? response.statusCode
    : 500;

/** Two groups of four from an alphabet without look-alikes, as flows have theirs. */
const shortReference = (): string => {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const letters = Array.from(randomBytes(8), (byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};
