import { describe, expect, it } from 'vitest';
import {
  acceptedQuestionnaires,
  configurationOf,
  groupsWithRole,
  partsOf,
  questionsOf,
} from '../../../domain/policy/configuration.ts';
import {
  BALANCED,
  deployedConfiguration,
  type DeployedPolicy,
} from '../../../domain/policy/deployed-configuration.ts';
import { DEFAULT_LIMITS } from '../../../domain/policy/limits.ts';
import { BUILT_IN_QUESTIONNAIRE } from '../../../domain/questionnaire/built-in.ts';
import { aConfiguration, asking } from '../../support/configured.ts';
import { NOW } from '../../support/product.ts';
import { sidOf } from '../../support/scripted-account.ts';

const deployed: DeployedPolicy = {
  organization: { name: 'Example Ltd', helpDeskPhone: '1' },
  defaultDomain: 'CORP',
  eligibility: { bases: ['DC=corp'], ownAccounts: [] },
};
const KEEPERS = { name: 'CORP\\Latchkey Administrators', sid: sidOf(1701) };

describe('the configuration of a deployment', () => {
  it('is version 0, and asks everyone for a code and the answers for both actions, unless told otherwise', () => {
    const { document, limits, version } = deployedConfiguration(deployed);
    expect(version).toBe(0);
    const [everyone, ...more] = document.userConfigurations;
    expect(more).toEqual([]);
    expect(everyone?.include.everyone).toBe(true);
    const rule = { offered: true, ...BALANCED };
    expect(everyone?.actions).toEqual({ unlock: rule, reset: rule });
    expect(limits).toEqual(DEFAULT_LIMITS);
    expect(document.methods['email-code']).toEqual({ on: true, addresses: 'confirmed' });
    expect(document.blockList).toEqual([]);
  });

  it('changes only what it was told', () => {
    const told = { ...deployed, actions: { unlock: { offered: false } }, limits: { triesPerFlow: 3 } };
    const { document, limits } = deployedConfiguration(told);
    expect(document.userConfigurations[0]?.actions).toEqual({
      unlock: { offered: false, ...BALANCED },
      reset: { offered: true, ...BALANCED },
    });
    expect(limits).toEqual({ ...DEFAULT_LIMITS, triesPerFlow: 3 });
  });

  it('asks the built-in questions of everyone, all of them and each in every language that is offered', () => {
    const { document, questionnaire } = deployedConfiguration(deployed);
    expect(questionnaire).toEqual({
      version: 1,
      parts: BUILT_IN_QUESTIONNAIRE.map((question) => ({ kind: 'single', question })),
    });
    const asked = questionsOf({ document }, BUILT_IN_QUESTIONNAIRE);
    expect(asked).toHaveLength(BUILT_IN_QUESTIONNAIRE.length);
    for (const { texts } of asked)
      expect(Object.keys(texts)).toEqual(expect.arrayContaining([...document.languages.offered]));
  });

  it('says its own words in the default language', () => {
    const languages = { default: 'de', offered: ['de'] };
    const { branding } = deployedConfiguration({ ...deployed, languages }).document;
    expect(branding).toEqual({ organization: { de: 'Example Ltd' }, helpLine: { de: '1' } });
  });

  it('blocks the groups it was told, and lets those administer', () => {
    const contractors = { name: 'CORP\\Contractors', sid: sidOf(1301) };
    const told = { ...deployed, blockedGroups: [contractors], administrators: [KEEPERS] };
    const configuration = deployedConfiguration(told);
    expect(configuration.document.blockList).toMatchObject([{ group: contractors }]);
    expect(configuration.administrators).toEqual([KEEPERS]);
  });

  it('gives roles to the groups it was told, and to nobody else', () => {
    const desk = { name: 'CORP\\Help Desk', sid: sidOf(1702) };
    const { access } = deployedConfiguration({ ...deployed, access: { 'help-desk': [desk] } }).document;
    expect(access).toEqual({ administrator: [], 'policy-editor': [], 'help-desk': [desk], auditor: [] });
  });
});

describe('a version of the configuration', () => {
  it('is read together with the deployment it is of, which it cannot change', () => {
    const base = aConfiguration({ limits: { triesPerFlow: 3 }, administrators: [KEEPERS] });
    const version = { ...aConfiguration({ version: 4 }), limits: DEFAULT_LIMITS, administrators: [] };
    const read = configurationOf(version, base);
    expect(read.version).toBe(4);
    expect(read.limits.triesPerFlow).toBe(3);
    expect(read.administrators).toEqual([KEEPERS]);
  });

  it('asks its items in order, and of a group what it holds now', () => {
    const document = asking(['pet', [2, ['car', 'toy', 'book']], 'street']);
    expect(partsOf(document)).toEqual([
      { kind: 'single', question: 'pet' },
      { kind: 'group', group: 'group-1', answer: 2, questions: ['car', 'toy', 'book'] },
      { kind: 'single', question: 'street' },
    ]);
    expect(partsOf({ ...document, groups: [] })).toHaveLength(2);
  });

  it('finds questions in the order they are asked for, and leaves out what the store does not hold', () => {
    const document = { ...aConfiguration().document, ...asking(['pet', 'street', 'toy']) };
    expect(questionsOf({ document }, ['toy', 'nonsense', 'pet']).map(({ id }) => id)).toEqual(['toy', 'pet']);
  });

  it('accepts its own questionnaire, and earlier ones until their date', () => {
    const earlier = { version: 1, parts: [], replacedAt: NOW - 1, acceptedUntil: NOW };
    const configuration = aConfiguration({ questionnaireVersion: 2, earlierQuestionnaires: [earlier] });
    const versions = (now: number) =>
      acceptedQuestionnaires(configuration, now).map(({ version }) => version);
    expect(versions(NOW - 1)).toEqual([2, 1]);
    expect(versions(NOW)).toEqual([2]);
  });

  it('lets the first administrators administer, whatever it says itself; they have no other role by that', () => {
    const more = { name: 'CORP\\More', sid: sidOf(1703) };
    const { document } = aConfiguration();
    const configuration = aConfiguration({
      administrators: [KEEPERS],
      document: { access: { ...document.access, administrator: [more], auditor: [more] } },
    });
    expect(groupsWithRole(configuration, 'administrator')).toEqual([KEEPERS, more]);
    expect(groupsWithRole(configuration, 'auditor')).toEqual([more]);
    expect(groupsWithRole(configuration, 'help-desk')).toEqual([]);
  });
});
