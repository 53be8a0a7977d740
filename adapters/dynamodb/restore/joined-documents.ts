import { isDeepStrictEqual } from 'node:util';
import { type Person, personKey } from '../../../domain/person.ts';
import { readDocument } from '../../central-store/documents.ts';
import { storedEnrollment } from '../../central-store/stored-enrollment.ts';
import { storedVersion } from '../../central-store/stored-version.ts';
import type { Row } from '../requests.ts';
import { type Join, type Left, trouble } from './left.ts';

const enrollmentIn = ({ enrollment }: Row) => readDocument(storedEnrollment, enrollment, 'enrollment');

/** An enrollment as it was. One that stands under another's key would let somebody else in: that is a trouble. */
export function leftOfEnrollment(row: Row): Left {
  const key = { pk: String(row['pk']) };
  const { person }: { readonly person: Person } = enrollmentIn(row);
  if (personKey(person) !== key.pk) return trouble(`${key.pk} holds the enrollment of ${personKey(person)}`);
  return { kind: 'left', key, row };
}

/** Of two enrollments of one person the one that was changed last: what somebody registered since, or had revoked, stays. */
export const joinEnrollments: Join = (present, left) => {
  const [one, other] = [enrollmentIn(present), enrollmentIn(left)];
  if (one.changedAt !== other.changedAt) return one.changedAt > other.changedAt ? present : left;
  if (one.version !== other.version) return one.version > other.version ? present : left;
  return String(present['enrollment']) >= String(left['enrollment']) ? present : left;
};

/** A published version as it was. */
export function leftOfVersion(row: Row): Left {
  readDocument(storedVersion, row['published'], 'configuration');
  return { kind: 'left', key: { pk: String(row['pk']), version: Number(row['version']) }, row };
}

/** A version is published once: two that differ are two histories, which only a person can choose between. */
export const joinVersions: Join = (present, left) =>
  isDeepStrictEqual(present, left)
    ? present
    : {
        clash: `version ${String(left['version'])} of the configuration was published there with other content than the one that was backed up`,
      };

/** A row of the trail as it was. */
export const leftOfEvent = (row: Row): Left => ({
  kind: 'left',
  key: { pk: String(row['pk']), sk: String(row['sk']) },
  row,
});

/** Rows of the trail are never changed, only told more of; where the two say different things, one was altered. */
export const joinEvents: Join = (present, left) => {
  const odd = Object.keys(left).find(
    (name) => name in present && !isDeepStrictEqual(present[name], left[name]),
  );
  return odd === undefined
    ? { ...left, ...present }
    : { clash: `the trail's row ${String(left['pk'])} ${String(left['sk'])} has another "${odd}" there` };
};
