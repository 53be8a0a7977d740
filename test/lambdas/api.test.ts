import { describe, expect, it } from 'vitest';
import { adminRoutes } from '../../lambdas/admin/routes.ts';
import { ROUTE_KEYS, routeSpec, type Owner } from '../../lambdas/api.ts';
import { consoleRoutes } from '../../lambdas/console/routes.ts';
import { doctorRoutes } from '../../lambdas/doctor/routes.ts';
import { enrollRoutes } from '../../lambdas/enroll/routes.ts';
import { federationRoutes } from '../../lambdas/federation/routes.ts';
import { portalRoutes } from '../../lambdas/portal/routes.ts';
import { resetRoutes } from '../../lambdas/reset/routes.ts';
import { unlockRoutes } from '../../lambdas/unlock/routes.ts';
import { verifyRoutes } from '../../lambdas/verify/routes.ts';
import { frontDoor } from '../support/front-door.ts';
import { aProduct } from '../support/product.ts';

const product = aProduct();
const { site } = frontDoor(product);
const edge = {
  site,
  meter: { count: () => undefined },
  journal: { info: () => undefined, error: () => undefined },
  configuration: async () => product.configuration,
};
const ANSWERED: Readonly<Record<Owner, readonly string[]>> = {
  portal: Object.keys(portalRoutes(edge)),
  enroll: Object.keys(enrollRoutes(product.ports, edge)),
  verify: Object.keys(verifyRoutes(product.ports, edge)),
  unlock: Object.keys(unlockRoutes(product.ports, edge)),
  reset: Object.keys(resetRoutes(product.ports, edge)),
  federation: Object.keys(federationRoutes(product.ports, edge)),
  admin: Object.keys(adminRoutes(product.ports, edge)),
  doctor: Object.keys(doctorRoutes(product.ports, edge)),
  console: Object.keys(consoleRoutes(async () => undefined)),
};
const OWNERS = Object.keys(ANSWERED) as Owner[];

describe('the API', () => {
  it('has every route answered by exactly the one function it names', () => {
    for (const key of ROUTE_KEYS)
      expect(
        OWNERS.filter((owner) => ANSWERED[owner].includes(key)),
        key,
      ).toEqual([routeSpec(key).by]);
  });

  it('has no function answer what is not in it', () => {
    for (const owner of OWNERS) for (const key of ANSWERED[owner]) expect(ROUTE_KEYS).toContain(key);
  });

  it('changes nothing by a GET, and takes a body only where something is changed', () => {
    for (const key of ROUTE_KEYS)
      if (key.startsWith('GET ')) expect(routeSpec(key)).not.toHaveProperty('body');
  });

  it('leaves API Gateway no choice between a fixed segment and a parameter, nor between two parameters', () => {
    const besides = new Map<string, Set<string>>();
    for (const key of ROUTE_KEYS) {
      const segments = key.slice(key.indexOf(' ') + 1).split('/');
      for (const [at, segment] of segments.entries()) {
        const above = segments.slice(0, at).join('/');
        besides.set(above, (besides.get(above) ?? new Set()).add(segment));
      }
    }
    const unclear = [...besides].filter(
      ([, segments]) => segments.size > 1 && [...segments].some((segment) => segment.startsWith('{')),
    );
    expect(unclear).toEqual([]);
  });

  it('asks for the key of an operation wherever a flow is spent', () => {
    const changing = ['POST /api/recovery/unlock', 'POST /api/recovery/reset'] as const;
    for (const key of changing) expect(routeSpec(key).idempotent).toBe(true);
  });

  it('has every page form carry a token', async () => {
    for (const key of ROUTE_KEYS) {
      const { face, body } = routeSpec(key);
      if (face === 'page' && key.startsWith('POST '))
        expect(body?.().safeParse({ token: 't' }).success, key).toBe(true);
    }
  });
});
