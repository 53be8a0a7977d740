import { type Owner, ROUTE_KEYS, type RouteKey, routeSpec } from './api.ts';

/** Each door is an API of its own in AWS, with its own address and its own list of who may call it; locally both are one. */
export const EVERY_DOOR = ['portal', 'administration'] as const;
export type Door = (typeof EVERY_DOOR)[number];

/** Which door the routes of a function are behind. */
export const DOORS = {
  portal: 'portal',
  enroll: 'portal',
  verify: 'portal',
  unlock: 'portal',
  reset: 'portal',
  federation: 'portal',
  admin: 'administration',
  doctor: 'administration',
  console: 'administration',
} as const satisfies Readonly<Record<Owner, Door>>;

/** The functions behind a door. */
export type Behind<D extends Door> = { [O in Owner]: (typeof DOORS)[O] extends D ? O : never }[Owner];

const behind = <D extends Door>(door: D): readonly Behind<D>[] =>
  (Object.keys(DOORS) as readonly Owner[]).filter((owner): owner is Behind<D> => DOORS[owner] === door);

/** The functions by their door. */
export const BEHIND = { portal: behind('portal'), administration: behind('administration') } as const;

/** The routes behind a door, as api.ts orders them. */
export const routesBehind = (door: Door): readonly RouteKey[] =>
  ROUTE_KEYS.filter((key) => DOORS[routeSpec(key).by] === door);
