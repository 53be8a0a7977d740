import * as z from 'zod';
import { isUnder } from '../../domain/policy/distinguished-name.ts';
import { ipv4 } from './addresses.ts';
import { authorities } from './authorities.ts';
import { text } from './wording.ts';

const DNS_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const DISTINGUISHED_NAME = /^(?:[A-Za-z]+=(?:\\.|[^,\\=])+)(?:,\s*[A-Za-z]+=(?:\\.|[^,\\=])+)*$/;

/** Never an address: certificates of domain controllers name hosts. */
const LDAPS_BY_NAME = /^ldaps:\/\/(?!\d+\.\d+\.\d+\.\d+)[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$/i;

const domainController = z.strictObject({
  /** By name: a certificate is checked against it. */
  url: text('ldaps:// and the name in the certificate, such as ldaps://dc1.corp.example.com', LDAPS_BY_NAME),
  address: ipv4('the IPv4 address of the domain controller, such as 10.20.0.11'),
});

/** One Active Directory domain. */
export const domainSettings = z
  .strictObject({
    netbiosName: text('the NetBIOS name of the domain, such as CORP', /^[^\s\\/:*?"<>|.]{1,15}$/),
    dnsName: text('the DNS name of the domain, such as corp.example.com', DNS_NAME),
    upnSuffixes: z.array(text('a UPN suffix such as example.com', DNS_NAME)).default([]),
    /** Writable ones, tried in this order; best with the PDC emulator first. */
    domainControllers: z
      .array(domainController)
      .min(1, 'is empty: give at least one writable domain controller'),
    baseDn: text('the domain head, such as DC=corp,DC=example,DC=com', DISTINGUISHED_NAME),
    /** A PEM file beside this repository's package.json, or an absolute path. */
    caFile: authorities,
    /** Only people below these are served. */
    bases: z
      .array(text('an OU, such as OU=People,DC=corp,DC=example,DC=com', DISTINGUISHED_NAME))
      .min(1, 'is empty, so nobody would be served: give at least one OU'),
    /** Beyond the built-in ones: tier 0, DnsAdmins, VIPs. */
    protectedGroups: z
      .array(text('the SID of a group, such as S-1-5-21-1-2-3-1101', /^S-1-5(-\d+)+$/))
      .default([]),
  })
  .superRefine(({ baseDn, bases, domainControllers }, context) => {
    bases.forEach((base, index) => {
      if (!isUnder(base, baseDn))
        context.addIssue({
          code: 'custom',
          path: ['bases', index],
          message: `"${base}" is not below "${baseDn}": write out its whole distinguished name`,
        });
    });
    domainControllers.forEach(({ url }, index) => {
      if (domainControllers.findIndex((other) => other.url.toLowerCase() === url.toLowerCase()) < index)
        context.addIssue({
          code: 'custom',
          path: ['domainControllers', index],
          message: `${url} is listed twice: remove one`,
        });
    });
  });
