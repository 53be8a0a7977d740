import { isUnder } from '../../../domain/policy/distinguished-name.ts';

/** The domain in which an object of that distinguished name lies: a child domain's base lies below its parent's. */
export const domainHolding = <M extends { readonly baseDn: string }>(
  members: readonly M[],
  dn: string,
): M | undefined =>
  members.filter(({ baseDn }) => isUnder(dn, baseDn)).toSorted((a, b) => depth(b) - depth(a))[0];

/** Domain heads have one DC each for the labels of their DNS names. */
const depth = ({ baseDn }: { readonly baseDn: string }): number => baseDn.split(',').length;
