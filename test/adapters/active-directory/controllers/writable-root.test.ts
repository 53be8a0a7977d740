import { describe, expect, it } from 'vitest';
import { policyHints } from '../../../../adapters/active-directory/controls.ts';
import { controlsOfWritable } from '../../../../adapters/active-directory/controllers/writable-root.ts';
import { startLookAlike } from '../../../../local/directory/look-alike.ts';
import { member, theOne } from '../../../contracts/directory-person.ts';
import { portsOf, settingsOf } from '../ports-of.ts';
import { present } from '../present.ts';

const NEW = 'Brand-New-Secret-71';
const rootOf = (supportedCapabilities: string[], supportedControl: string[]) => ({
  url: 'ldaps://dc',
  readEntry: () => Promise.resolve({ dn: '', supportedCapabilities, supportedControl }),
});

describe('what a domain controller says of itself', () => {
  it('keeps repairs away from a read-only one', async () => {
    const capabilities = ['1.2.840.113556.1.4.800', '1.2.840.113556.1.4.1920'];
    await expect(controlsOfWritable(rootOf(capabilities, []))).rejects.toMatchObject({
      code: 'directory-unreachable',
      message: 'ldaps://dc is a read-only domain controller',
    });
  });

  it('tells a writable one’s controls', async () => {
    const root = rootOf(['1.2.840.113556.1.4.800'], ['1.2.840.113556.1.4.2239']);
    expect(await controlsOfWritable(root)).toEqual(['1.2.840.113556.1.4.2239']);
  });
});

describe('the password history on a reset', () => {
  it.each([
    [['1.2.840.113556.1.4.2066', '1.2.840.113556.1.4.2239'], ['1.2.840.113556.1.4.2239']],
    [['1.2.840.113556.1.4.2066'], ['1.2.840.113556.1.4.2066']],
    [['1.2.840.113556.1.4.319'], []],
  ])('is asked for, of a server with %j, by %j: the newest it has', (supported, expected) => {
    expect(policyHints(supported).map(({ type }) => type)).toEqual(expected);
  });

  it('is asked for critically: a server that cannot obey must refuse, not ignore it', () => {
    expect(policyHints(['1.2.840.113556.1.4.2239']).map(({ critical }) => critical)).toEqual([true]);
  });

  it.each([
    ['2239', { kind: 'refused', reason: 'policy' }],
    ['2066', { kind: 'refused', reason: 'policy' }],
    ['none', { kind: 'done' }],
  ] as const)('with a directory that knows the control %s makes going back: %j', async (hints, expected) => {
    const lookAlike = await startLookAlike({ policyHints: hints });
    const { reader, repairs } = portsOf(settingsOf([lookAlike.url], lookAlike.ca));
    const { person } = theOne(await reader.find({ kind: 'account-name', name: 'miriam' }));
    await repairs.at(person, (bench) => present(bench).reset(NEW));
    expect(await repairs.at(person, (bench) => present(bench).reset(member('miriam').password))).toEqual(
      expected,
    );
    await lookAlike.stop();
  });
});
