import { randomUUID } from 'node:crypto';
import type { Examination } from '../../domain/health/examination.ts';
import type { Prospect } from '../../domain/health/prospect.ts';
import type { PreFlight } from '../../domain/ports/health-store.ts';
import { aPerson, NOW } from './stored-records.ts';

/** One visit of the doctor, with a finding of each state. */
export const anExamination = (changes: Partial<Examination> = {}): Examination => ({
  at: NOW,
  domains: [
    {
      domain: 'CORP',
      findings: [
        {
          check: 'controller-name',
          object: 'ldaps://dc1.corp.example',
          state: 'fine',
          cause: 'It resolves to 10.20.0.11.',
        },
        {
          check: 'controller-certificate-days',
          object: 'ldaps://dc1.corp.example',
          state: 'warning',
          cause: 'Its certificate ends in 12 days.',
          remedy: 'Renew it.',
        },
      ],
    },
  ],
  configuration: [
    {
      check: 'configuration-reference',
      object: 'Staff',
      state: 'broken',
      cause: 'The group CORP\\Sales is gone.',
      remedy: 'Take it out.',
      commands: [{ shell: 'powershell', line: 'Get-ADGroup Sales' }],
    },
  ],
  ...changes,
});

/** A run before its first page. */
export const aPreFlight = (changes: Partial<PreFlight> = {}): PreFlight => ({
  id: randomUUID(),
  startedAt: NOW,
  pages: 0,
  counts: { green: 0, amber: 0, red: 0 },
  fixes: {},
  ...changes,
});

/** The same run with one page more. */
export const afterPage = (run: PreFlight, page: readonly Prospect[]): PreFlight => {
  const last = page.at(-1);
  return {
    ...run,
    pages: run.pages + 1,
    counts: { ...run.counts, red: run.counts.red + page.length },
    fixes: { disabled: run.counts.red + page.length },
    ...(last && { after: { domain: last.person.domain, username: last.name.split('\\')[1] ?? '' } }),
  };
};

export const aProspect = (changes: Partial<Prospect> = {}): Prospect => ({
  person: aPerson(),
  name: 'CORP\\asmith',
  displayName: 'Ann Smith',
  colour: 'red',
  actions: { unlock: { works: 'not-offered' }, reset: { works: false, because: 'disabled' } },
  fix: 'disabled',
  ...changes,
});

/** Five hundred people as large as they come: every name at its longest, in letters of four bytes. */
export const aFullPage = (): readonly Prospect[] =>
  Array.from({ length: 500 }, () =>
    aProspect({
      person: { ...aPerson(), domain: 'ABCDEFGHIJKLMNO' },
      name: `ABCDEFGHIJKLMNO\\${'職'.repeat(20)}`,
      displayName: '𠀋'.repeat(64),
      actions: {
        unlock: { works: false, because: 'cannot-change-password' },
        reset: { works: false, because: 'cannot-change-password' },
      },
      fix: 'cannot-change-password',
    }),
  );
