import { describe, expect, it } from 'vitest';
import { explainPerson } from '../../domain/health/explain-person.ts';
import { preFlight } from '../../domain/health/pre-flight.ts';
import type { Prospect } from '../../domain/health/prospect.ts';
import type { DirectoryReader } from '../../domain/ports/directory-reader.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import { CAST, DOMAIN } from '../../local/people.ts';
import { seedEnrollments } from '../../local/seed-enrollments.ts';
import { aProduct, type Product } from '../support/product.ts';

/** The product over a directory that holds the cast, everybody registered who should be, contractors blocked. */
export async function productOver(reader: DirectoryReader): Promise<Product> {
  const contractors = await reader.object('group', `${DOMAIN.netbios}\\${DOMAIN.blockedGroup}`);
  if (!contractors) throw new Error('the contractors are gone');
  const group = { name: contractors.name, sid: contractors.id };
  const product = aProduct(
    {
      domains: [{ netbiosName: DOMAIN.netbios, dnsName: DOMAIN.dns, upnSuffixes: DOMAIN.upnSuffixes }],
      eligibility: {
        bases: [`OU=Staff,${DOMAIN.base}`],
        ownAccounts: [DOMAIN.reader, DOMAIN.resetter].map(({ username }) => `${DOMAIN.netbios}\\${username}`),
      },
      document: { blockList: [{ group, reason: 'from outside' }] },
    },
    { directory: reader },
  );
  await seedEnrollments(product.ports, [{ netbiosName: DOMAIN.netbios, people: CAST }]);
  return product;
}

/** Everybody of the run that has finished, by user name. */
async function judged({ ports }: Product): Promise<ReadonlyMap<string, Prospect>> {
  const { run, kind } = await preFlight(ports, Number.POSITIVE_INFINITY);
  expect(kind).toBe('finished');
  const people: (readonly [string, Prospect])[] = [];
  for (let page = 0; page < run.pages; page += 1)
    for (const prospect of (await ports.health.page(run.id, page)) ?? [])
      people.push([prospect.name.split('\\')[1] ?? '', prospect]);
  return new Map(people);
}

/** That the pre-flight over a directory with the cast says of everybody what explaining them says. */
export function preFlightContract(name: string, reader: () => DirectoryReader): void {
  describe(`the pre-flight over ${name}`, () => {
    it('says of everybody in the cast what explaining them says', async () => {
      const product = await productOver(reader());
      const prospects = await judged(product);
      const differing: string[] = [];
      for (const [username, { actions, colour, fix }] of prospects) {
        const claim = readClaim(`${DOMAIN.netbios}\\${username}`);
        const explained = claim && (await explainPerson(product.ports, claim));
        if (explained?.kind !== 'somebody') throw new Error(`${username} was not found`);
        const { explanation } = explained;
        const [unlock, reset] = [explanation.actions.unlock, explanation.actions.reset];
        const same =
          colour === explanation.colour &&
          fix === explanation.fix?.code &&
          actions.unlock.works === unlock.works &&
          actions.reset.works === reset.works;
        if (!same) differing.push(`${username}: ${fix ?? colour}, truly ${explanation.fix?.code ?? 'green'}`);
      }
      expect(prospects.size).toBeGreaterThanOrEqual(CAST.length);
      // A list does not show somebody's own SID. Nothing is offered to the guest either way.
      expect(differing).toEqual(
        ['Guest: out-of-scope, truly privileged'].filter(() => prospects.has('Guest')),
      );
    });

    it('finds each trouble of the cast', async () => {
      const prospects = await judged(await productOver(reader()));
      const fixes = new Set([...prospects.values()].map(({ fix }) => fix));
      expect([...fixes]).toEqual(
        expect.arrayContaining([
          undefined,
          'blocked',
          'privileged',
          'out-of-scope',
          'not-enrolled',
          'disabled',
          'account-expired',
          'smart-card',
          'cannot-change-password',
          'password-expired',
        ]),
      );
      expect(prospects.get('bob')).toMatchObject({ colour: 'green' });
      expect(prospects.get('tomas')).toMatchObject({ colour: 'amber', fix: 'password-expired' });
    });
  });
}
