import type { Ports } from '../domain/ports/index.ts';
import { anAddressOf } from './an-address-of.ts';

/** Every fifth person has an address from now on. Answers how many were looked at. */
export async function registerEveryFifth({
  directory,
  enrollments,
}: Pick<Ports, 'directory' | 'enrollments'>): Promise<number> {
  let looked = 0;
  for await (const { person } of directory.people()) {
    looked += 1;
    if (looked % 5 === 0) await enrollments.save(anAddressOf(person));
  }
  return looked;
}
