import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { attributeDeskAcross } from '../../adapters/active-directory/across/attribute-desk-across.ts';
import { attributeDesk } from '../../adapters/active-directory/attribute-desk.ts';
import type { CredentialSource } from '../../adapters/active-directory/credential-source.ts';
import type { DomainSettings } from '../../adapters/active-directory/domain-settings.ts';
import { ineligibility } from '../../domain/policy/eligibility.ts';
import type { AttributeBench } from '../../domain/ports/post-action-desks.ts';
import { DOMAIN } from '../../local/people.ts';
import { DATA_PROXY, portsOf } from '../adapters/active-directory/ports-of.ts';
import { accountOf } from './directory-person.ts';

export interface AttributesUnderTest {
  readonly settings: DomainSettings;
  /** An account that may write to people; which attributes is the directory's to say. */
  readonly writer: CredentialSource;
  readonly restore: (username: string) => Promise<void>;
}

const RULEBOOK = {
  eligibility: { bases: [DOMAIN.base], protectedGroups: [], ownAccounts: [] },
  document: { userConfigurations: [], blockList: [] },
};

/** What writing an attribute after a change promises, of any directory. */
export function attributesContract(
  name: string,
  open: () => AttributesUnderTest | Promise<AttributesUnderTest>,
): void {
  describe(`writing attributes in ${name}`, () => {
    let under: AttributesUnderTest;
    beforeAll(async () => {
      under = await open();
    });
    afterEach(() => under.restore('miriam'));

    const at = async <T>(
      username: string,
      work: (bench: AttributeBench) => Promise<T>,
      writer = under.writer,
    ): Promise<T> => {
      const { person } = await accountOf(portsOf(under.settings), username);
      return attributeDesk(under.settings, writer).at(person, (bench) =>
        bench ? work(bench) : expect.fail(`${username} is gone`),
      );
    };
    const described = async (username: string, value: string): Promise<boolean> => {
      const { reader } = portsOf(under.settings);
      const { person } = await accountOf({ reader }, username);
      return reader.attributesHold(person, { description: value });
    };

    it('replaces the one attribute, whatever the value looks like; the same again changes nothing', async () => {
      for (const value of [
        'reset K7PM-3QRT',
        'a)(b=*),\\2a "日本" 😀',
        'reset K7PM-3QRT',
        'reset K7PM-3QRT',
      ]) {
        expect(await at('miriam', (bench) => bench.write('description', value))).toEqual({ kind: 'done' });
        expect(await described('miriam', value)).toBe(true);
      }
    });

    it('takes it away by an empty value, and once more does no harm', async () => {
      await at('miriam', (bench) => bench.write('description', 'soon gone'));
      for (let i = 0; i < 2; i += 1)
        expect(await at('miriam', (bench) => bench.write('description', ''))).toEqual({ kind: 'done' });
      expect(await described('miriam', 'soon gone')).toBe(false);
    });

    it('never tries again what does not fit', async () => {
      const carried = await at('miriam', (bench) => bench.write('description', 'x'.repeat(1100)));
      expect(carried).toMatchObject({ kind: 'refused', why: expect.stringContaining('description') });
    });

    it('tries again what its account may not do: it may be delegated yet', async () => {
      const carried = await at('miriam', (bench) => bench.write('description', 'x'), DATA_PROXY);
      expect(carried).toMatchObject({ kind: 'failed', why: expect.stringContaining('docs/deploy.md') });
      expect(await described('miriam', 'x')).toBe(false);
    });

    it('shows at the bench by what an administrator is refused', async () => {
      for (const username of ['anna.admin', 'fresh.admin'])
        await at(username, async ({ account }) =>
          expect(ineligibility(account, RULEBOOK, Date.now())).toBe('privileged'),
        );
    });

    it('comes to the bench with nobody when the person is gone, and says which domain has no writer', async () => {
      const gone = { domain: DOMAIN.netbios, guid: '00000000-1111-4222-8333-444444444444' };
      const desk = attributeDesk(under.settings, under.writer);
      expect(await desk.at(gone, (bench) => Promise.resolve(bench))).toBeUndefined();
      await expect(attributeDeskAcross([]).at(gone, () => Promise.resolve())).rejects.toThrow(
        'accounts.attributeWriter',
      );
    });
  });
}
