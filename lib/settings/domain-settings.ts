import * as z from 'zod';
import { isUnder } from '../../domain/policy/distinguished-name.ts';
import { accountSettings, attributeWriterSettings } from './account-settings.ts';
import { authorities } from './authorities.ts';
import { controllerSettings, DNS_NAME } from './controller-settings.ts';
import { say, text } from './wording.ts';

const DISTINGUISHED_NAME = /^(?:[A-Za-z]+=(?:\\.|[^,\\=])+)(?:,\s*[A-Za-z]+=(?:\\.|[^,\\=])+)*$/;

/** One Active Directory domain. */
export const domainSettings = z
  .strictObject({
    netbiosName: text('the NetBIOS name of the domain, such as CORP', /^[^\s\\/:*?"<>|.]{1,15}$/).transform(
      (name) => name.toUpperCase(),
    ),
    dnsName: text('the DNS name of the domain, such as corp.example.com', DNS_NAME),
    upnSuffixes: z.array(text('a UPN suffix such as example.com', DNS_NAME)).default([]),
    domainControllers: controllerSettings,
    /** Connections we may have to one of its domain controllers at a time; what the functions could open may not be more. */
    mostConnections: z.int(say('a whole number from 1')).min(1).default(60),
    baseDn: text('the domain head, such as DC=corp,DC=example,DC=com', DISTINGUISHED_NAME),
    /** PEM files beside this repository's package.json, or absolute paths. */
    caFile: authorities,
    /** Only people below these are served. */
    bases: z
      .array(text('an OU, such as OU=People,DC=corp,DC=example,DC=com', DISTINGUISHED_NAME))
      .min(1, 'is empty, so nobody would be served: give at least one OU'),
    /** Beyond the built-in ones: tier 0, DnsAdmins, VIPs. */
    protectedGroups: z
      .array(text('the SID of a group, such as S-1-5-21-1-2-3-1101', /^S-1-5(-\d+)+$/))
      .default([]),
    accounts: z.strictObject({
      dataProxy: accountSettings,
      selfService: accountSettings,
      /** Writes attributes after a change; only where post actions do. */
      attributeWriter: attributeWriterSettings.optional(),
    }),
    /** How often an account with an alternate gets a new password. */
    rotation: z
      .strictObject({ everyDays: z.int(say('a whole number of days from 1 to 365')).min(1).max(365) })
      .default({ everyDays: 30 }),
  })
  .superRefine(({ baseDn, bases, accounts }, context) => {
    bases.forEach((base, index) => {
      if (!isUnder(base, baseDn))
        context.addIssue({
          code: 'custom',
          path: ['bases', index],
          message: `"${base}" is not below "${baseDn}": write out its whole distinguished name`,
        });
    });
    const { dataProxy, selfService, attributeWriter } = accounts;
    const used = new Map<string, string>();
    for (const [place, name] of [
      [['dataProxy', 'username'], dataProxy.username],
      [['dataProxy', 'alternate'], dataProxy.alternate],
      [['selfService', 'username'], selfService.username],
      [['selfService', 'alternate'], selfService.alternate],
      [['attributeWriter', 'username'], attributeWriter?.username],
    ] as const) {
      if (name === undefined) continue;
      const taken = used.get(name.toLowerCase());
      if (taken !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['accounts', ...place],
          message: `${name} is accounts.${taken} too: the account that may change must not be the one that reads, and an alternate must be another account`,
        });
      used.set(name.toLowerCase(), place.join('.'));
    }
  });
export type DomainOfSettings = z.output<typeof domainSettings>;
