import { isDeepStrictEqual } from 'node:util';
import type { Enrollment } from '../../../domain/enrollment/enrollment.ts';
import { personKey } from '../../../domain/person.ts';
import { readDocument } from '../../central-store/documents.ts';
import { storedEnrollment } from '../../central-store/stored-enrollment.ts';
import { storedVersion } from '../../central-store/stored-version.ts';
import type { Row } from '../requests.ts';
import { countIn, momentIn, strangeName } from './believed.ts';
import { type Join, type Left, trouble } from './left.ts';

const enrollmentIn = ({ enrollment }: Row) => readDocument(storedEnrollment, enrollment, 'enrollment');

/** Of a document there is its key, its version and its text, and nothing else. */
const unknownPart = (row: Row, text: string): Left | undefined => {
  const odd = strangeName(row, (name) => ['pk', 'version', text].includes(name));
  return odd === undefined
    ? undefined
    : trouble(`${String(row['pk'])} has "${odd}", which this version does not know`);
};

/** The version of a row, which a store goes by, and of its document, which is read: they are one. */
function versionIn(row: Row, { version }: { readonly version: number }): number {
  if (countIn(row, 'version') === version && version > 0) return version;
  throw new Error(`it is kept as version ${String(row['version'])} and says ${version}`);
}

/** An enrollment as it was. One that stands under another's key would let somebody else in. */
export function leftOfEnrollment(row: Row, now: number): Left {
  const pk = String(row['pk']);
  const enrollment = enrollmentIn(row);
  const whose = personKey(enrollment.person);
  if (whose !== pk) throw new Error(`it holds the enrollment of ${whose}`);
  versionIn(row, enrollment);
  for (const moment of momentsOf(enrollment)) momentIn(moment, Object.keys(moment)[0] ?? '', now);
  return unknownPart(row, 'enrollment') ?? { kind: 'left', key: { pk }, row };
}

/** When each part of it was registered: what counts for some days only must not have begun in days to come. */
const momentsOf = ({ changedAt, answers, addresses, authenticator, ...rest }: Enrollment): readonly Row[] => [
  { changedAt },
  ...(answers ? [{ registeredAt: answers.registeredAt }] : []),
  ...[...addresses, ...(rest.phones ?? []), ...(authenticator ? [authenticator] : [])].map(
    ({ confirmedAt }) => ({ confirmedAt }),
  ),
  ...(rest.passkeys ?? []).map(({ registeredAt }) => ({ registeredAt })),
  ...(rest.recoveryCodes ? [{ issuedAt: rest.recoveryCodes.issuedAt }] : []),
  ...(rest.identity ? [{ linkedAt: rest.identity.linkedAt }] : []),
  ...(rest.browsers ?? []).map(({ rememberedAt }) => ({ rememberedAt })),
];

/** Of two enrollments of one person the one that was changed last: what somebody registered since, or had revoked, stays. */
export const joinEnrollments: Join = (present, left) => {
  const [one, other] = [enrollmentIn(present), enrollmentIn(left)];
  if (one.changedAt !== other.changedAt) return one.changedAt > other.changedAt ? present : left;
  if (one.version !== other.version) return one.version > other.version ? present : left;
  return String(present['enrollment']) >= String(left['enrollment']) ? present : left;
};

/** A published version as it was. */
export function leftOfVersion(row: Row, now: number): Left {
  const published = readDocument(storedVersion, row['published'], 'configuration');
  const version = versionIn(row, published);
  momentIn({ publishedAt: published.publishedAt }, 'publishedAt', now);
  return unknownPart(row, 'published') ?? { kind: 'left', key: { pk: String(row['pk']), version }, row };
}

/** A version is published once: two that differ are two histories, which only a person can choose between. */
export const joinVersions: Join = (present, left) =>
  isDeepStrictEqual(present, left)
    ? present
    : {
        clash: `version ${String(left['version'])} of the configuration was published there with other content than the one that was backed up`,
      };
