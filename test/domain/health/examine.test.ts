import { describe, expect, it } from 'vitest';
import { Failure } from '../../../domain/failure.ts';
import { examine, type ExamineNeeds } from '../../../domain/health/examine.ts';
import type { DomainFacts } from '../../../domain/health/domain-facts.ts';
import { patienceFor } from '../../../lambdas/doctor/patience.ts';
import { aConfiguration, anAudience, aUserConfiguration } from '../../support/configured.ts';
import {
  aController,
  aHealthyDomain,
  anOwnAccount,
  aReading,
  scriptedExaminer,
  SEEN_AT,
} from '../../support/examined-domain.ts';
import { sidOf, STAFF } from '../../support/scripted-account.ts';

const GONE = { name: 'CORP\\Leavers', sid: sidOf(1999) };
const object: ExamineNeeds['directory']['object'] = async (kind, id) =>
  id === GONE.sid ? undefined : { kind, id, name: id, distinguishedName: id, displayName: id };

const needs = (changes: Partial<ExamineNeeds> = {}): ExamineNeeds => ({
  examiner: scriptedExaminer(),
  directory: { object },
  configuration: {
    current: async () =>
      aConfiguration({
        document: {
          userConfigurations: [aUserConfiguration('staff', { include: anAudience({ groups: [GONE] }) })],
        },
      }),
  },
  clock: { now: () => SEEN_AT },
  patience: patienceFor(5_000),
  ...changes,
});
const never = new Promise<never>(() => undefined);

describe('a visit of the doctor', () => {
  it('tells of every domain, and of what the configuration names and is gone', async () => {
    const { at, domains, configuration } = await examine(needs());
    expect(at).toBe(SEEN_AT);
    expect(domains.map(({ domain }) => domain)).toEqual(['CORP']);
    expect(configuration).toMatchObject([
      {
        check: 'configuration-reference',
        object: 'user configuration "staff"',
        state: 'broken',
        cause: expect.stringContaining('CORP\\Leavers'),
        remedy: expect.any(String),
      },
    ]);
  });

  it('tells of groups that the settings name and that are gone', async () => {
    const current = async () =>
      aConfiguration({ administrators: [GONE], eligibility: { protectedGroups: [GONE.sid] } });
    const { configuration } = await examine(needs({ configuration: { current } }));
    expect(configuration.map((finding) => finding.object)).toEqual([
      'administrators of the settings',
      'protectedGroups of the settings',
    ]);
  });

  it('looks at all domains at once, and ends in time though one never answers', async () => {
    const examiner = scriptedExaminer(
      (domain) => (domain === 'MUTE' ? never : Promise.resolve(aHealthyDomain())),
      ['CORP', 'MUTE'],
    );
    const { domains } = await examine(needs({ examiner, patience: patienceFor(50) }));
    expect(
      domains.map(({ domain, findings }) => [
        domain,
        findings.filter(({ state }) => state !== 'fine').length,
      ]),
    ).toEqual([
      ['CORP', 0],
      ['MUTE', 1],
    ]);
  });

  it.each<[string, Partial<DomainFacts>]>([
    ['no controller answers', { controllers: [], accounts: [] }],
    [
      'the data proxy account is refused',
      {
        accounts: [
          anOwnAccount({
            role: 'data-proxy',
            signIn: { kind: 'refused', reason: 'wrong-password', said: '' },
          }),
        ],
      },
    ],
    ['the base DN is wrong', { baseDn: 'DC=other' }],
  ])('asks for no reference while %s: it would be missed for that reason alone', async (_name, changes) => {
    const asked: string[] = [];
    const directory = {
      object: async (_kind: unknown, id: string) => {
        asked.push(id);
        return undefined;
      },
    };
    const examiner = scriptedExaminer(async () => aHealthyDomain(changes));
    const { configuration } = await examine(needs({ examiner, directory }));
    expect([configuration, asked]).toEqual([[], []]);
  });

  it('says so when references could not be looked up', async () => {
    const directory = {
      object: async () => Promise.reject(new Failure('directory-busy', 'all places are taken')),
    };
    const { configuration } = await examine(needs({ directory }));
    expect(configuration).toMatchObject([
      { state: 'warning', cause: expect.stringContaining('all places are taken') },
    ]);
    const late = await examine(
      needs({ directory: { object: async () => never }, patience: patienceFor(50) }),
    );
    expect(late.configuration).toMatchObject([
      { state: 'warning', cause: expect.stringContaining('not enough time') },
    ]);
  });

  it('tells of a served unit that lies in none of the domains', async () => {
    const current = async () =>
      aConfiguration({ administrators: [], eligibility: { bases: [STAFF, 'OU=X,DC=elsewhere'] } });
    const lost = async (changes: Partial<DomainFacts> = {}) => {
      const examiner = scriptedExaminer(async () => aHealthyDomain(changes));
      const { domains } = await examine(needs({ configuration: { current }, examiner }));
      return domains
        .flatMap(({ findings }) => findings)
        .filter(({ object: of }) => of === 'OU=X,DC=elsewhere');
    };
    expect(await lost()).toMatchObject([{ check: 'served-unit', state: 'broken' }]);
    const { reading: _, ...unread } = aHealthyDomain({ controllers: [aController()] });
    expect(unread).not.toHaveProperty('reading');
    expect(await lost({ reading: aReading({ namingContext: 'DC=elsewhere' }) })).toEqual([]);
  });
});
