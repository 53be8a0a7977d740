import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { Ports } from '../domain/ports/index.ts';
import { adminRoutes } from '../lambdas/admin/routes.ts';
import { announceRun } from '../lambdas/announcer/run.ts';
import type { Owner } from '../lambdas/api.ts';
import { writeAttributesRun } from '../lambdas/attribute-writer/run.ts';
import type { ConsoleFiles } from '../lambdas/console/files.ts';
import { consoleRoutes } from '../lambdas/console/routes.ts';
import { doctorRoutes } from '../lambdas/doctor/routes.ts';
import { examinationRun } from '../lambdas/doctor/run.ts';
import { enrollRoutes } from '../lambdas/enroll/routes.ts';
import { federationRoutes } from '../lambdas/federation/routes.ts';
import { EVEN_STEP_MS, evenTimes } from '../lambdas/http/even-times.ts';
import { serve } from '../lambdas/http/serve.ts';
import type { Edge } from '../lambdas/http/site.ts';
import { sendDueRun } from '../lambdas/outbox-sender/run.ts';
import { portalRoutes } from '../lambdas/portal/routes.ts';
import { tellOutsideRun } from '../lambdas/post-actions/run.ts';
import { preFlightRun } from '../lambdas/pre-flight/run.ts';
import { resetRoutes } from '../lambdas/reset/routes.ts';
import { sweepRun } from '../lambdas/sweeper/run.ts';
import { sealRun } from '../lambdas/trail-sealer/run.ts';
import { unlockRoutes } from '../lambdas/unlock/routes.ts';
import { verifyRoutes } from '../lambdas/verify/routes.ts';
import { consoleOnDemand } from './console-files.ts';
import { lambdaContext } from './lambda-context.ts';

/** What answers requests and works in the background, wherever it runs. */
export interface Functions {
  answer(owner: Owner, event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult>;
  send(): Promise<unknown>;
  sweep(): Promise<unknown>;
  announce(): Promise<unknown>;
  /** The doctor's visit of the night. */
  examine(): Promise<unknown>;
  /** Begins a pre-flight or goes on with it, when one is due. */
  preFlight(): Promise<unknown>;
  /** Tells webhooks and the topic what was changed. */
  tellOutside(): Promise<unknown>;
  writeAttributes(): Promise<unknown>;
  /** Seals what is settled of the trail. */
  sealTrail(): Promise<unknown>;
  stop(): Promise<void>;
}

export interface HereOptions {
  readonly console?: ConsoleFiles;
  /** The step of `evenTimes`, which tests of anything but times need not wait for; in milliseconds. */
  readonly evenStepMs?: number;
}

/** The functions in this process: the same routes, layers and domain as on AWS, without its powers being kept apart. */
export function functionsHere(ports: Ports, edge: Edge, options: HereOptions = {}): Functions {
  const { console = consoleOnDemand(), evenStepMs = EVEN_STEP_MS } = options;
  const even = evenStepMs > 0 ? [evenTimes(evenStepMs)] : [];
  const handlers = {
    portal: serve(edge, portalRoutes(edge)),
    enroll: serve(edge, enrollRoutes(ports, edge)),
    verify: serve(edge, verifyRoutes(ports, edge), even),
    unlock: serve(edge, unlockRoutes(ports, edge)),
    reset: serve(edge, resetRoutes(ports, edge)),
    federation: serve(edge, federationRoutes(ports, edge), even),
    admin: serve(edge, adminRoutes(ports, edge)),
    doctor: serve(edge, doctorRoutes(ports, edge)),
    console: serve(edge, consoleRoutes(console)),
  } satisfies Record<Owner, unknown>;
  return {
    answer: async (owner, event) =>
      (await handlers[owner](event, lambdaContext(owner, randomUUID()))) as APIGatewayProxyResult,
    send: sendDueRun(ports, edge.meter),
    sweep: sweepRun(ports, edge.meter),
    announce: announceRun(ports, edge.meter),
    examine: examinationRun(ports, edge.meter),
    preFlight: preFlightRun(ports, edge.meter),
    tellOutside: tellOutsideRun(ports, edge),
    writeAttributes: writeAttributesRun(ports, edge),
    sealTrail: sealRun(ports, edge),
    stop: () => Promise.resolve(),
  };
}
