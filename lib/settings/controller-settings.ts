import * as z from 'zod';
import { ipv4, ipv4Range } from './addresses.ts';
import { say, text } from './wording.ts';

/** Of a domain and of a suffix of names. */
export const DNS_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
/** Never an address: certificates of domain controllers name hosts. */
const LDAPS_BY_NAME = /^ldaps:\/\/(?!\d+\.\d+\.\d+\.\d+)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i;
/** A global catalog holds a part of each account and changes none; the functions would refuse it, each and every time. */
const GLOBAL_CATALOG = /:326[89]$/;
/** As DNS has it, for it is a part of the names that are asked for. */
const SITE = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i;

const listed = z.strictObject({
  /** By name: a certificate is checked against it. */
  url: text('ldaps:// and the name in the certificate, such as ldaps://dc1.corp.example.com', LDAPS_BY_NAME)
    .refine((url) => URL.canParse(url), 'has no such port: leave the port out, or give one up to 65535')
    .refine(
      (url) => !GLOBAL_CATALOG.test(url),
      'is a global catalog, which changes nothing: leave the port out',
    ),
  address: ipv4('the IPv4 address of the domain controller, such as 10.20.0.11'),
});

const discovered = z.strictObject({
  discover: z.strictObject({
    /** A controller that DNS names is asked only when its name ends so. */
    suffix: text('what the name of every domain controller ends in, such as corp.example.com', DNS_NAME),
    /** The controllers of this site come first. */
    site: text('the name of a site in Active Directory, such as Harbour', SITE).optional(),
    /** Asked in place of the network's own DNS. */
    dnsServers: z.array(ipv4('the address of a DNS server of the domain')).min(1).optional(),
    /** Where domain controllers may be: what is opened to the functions. */
    addresses: z
      .array(ipv4Range)
      .min(1, 'is empty, so no domain controller could be reached: give the networks they are in'),
  }),
});
type Discovery = z.output<typeof discovered>['discover'];

/** Writable ones, tried in the order given, best with the PDC emulator first; or found through DNS. */
export const controllerSettings = z
  .union(
    [
      z
        .array(listed)
        .min(1, 'is empty: give at least one writable domain controller')
        .superRefine((controllers, context) =>
          controllers.forEach(({ url }, index) => {
            if (controllers.findIndex((other) => other.url.toLowerCase() === url.toLowerCase()) < index)
              context.addIssue({
                code: 'custom',
                path: [index],
                message: `${url} is listed twice: remove one`,
              });
          }),
        ),
      discovered,
    ],
    say('a list of { url, address }, or { discover: { suffix, addresses } }'),
  )
  .transform((given): ControllerSettings =>
    Array.isArray(given) ? { listed: given, discover: undefined } : { listed: [], discover: given.discover },
  );

/** Either those listed, or how they are found. */
export interface ControllerSettings {
  readonly listed: readonly z.output<typeof listed>[];
  readonly discover: Discovery | undefined;
}
