import type { Configuration } from '../../domain/policy/configuration.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { phase, type Flow } from '../../domain/recovery/flow.ts';
import { closedPage } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import type { Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';

/** Runs a page on the request's flow while it is open; else leads to where that flow ended. */
export type WithinOpenFlow = (
  request: Request,
  page: (flow: Flow, configuration: Configuration) => Reply | Promise<Reply>,
) => Promise<Reply>;

/** By its phase alone: what may be done with it is verify's to say, who can ask the directory. */
export const withinOpenFlow =
  (ports: Pick<Ports, 'flows' | 'configuration' | 'clock'>, site: Site): WithinOpenFlow =>
  async (request, page) => {
    const configuration = await ports.configuration.current();
    const flow = request.flowKey === undefined ? undefined : await ports.flows.find(request.flowKey);
    const frame = frameOf(site, request);
    if (flow?.purpose !== 'recovery') return closedPage(frame, 'gone', '');
    const at = phase(flow, ports.clock.now(), configuration.limits.triesPerFlow);
    return at === 'open' ? page(flow, configuration) : closedPage(frame, at, flow.reference);
  };
