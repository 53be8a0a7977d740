import { goneReferences, notInDirectory } from '../../administration/resolve-references.ts';
import { referencesIn, type Reference } from '../../administration/references.ts';
import { counted } from '../../administration/sentences/words.ts';
import type { Configuration } from '../../policy/configuration.ts';
import type { DirectoryReader } from '../../ports/directory-reader.ts';
import type { Finding } from '../finding.ts';
import { fine } from './fine.ts';

const CHECK = 'configuration-reference';

/** What the configuration in force names and the directory has not any more. Throws the directory's Failures. */
export async function referenceFindings(
  directory: Pick<DirectoryReader, 'object'>,
  configuration: Configuration,
): Promise<readonly Finding[]> {
  const named = [...referencesIn(configuration.document), ...deployedIn(configuration)];
  const gone = await goneReferences(directory, named);
  if (gone.length === 0)
    return [
      fine(
        CHECK,
        'the configuration in force',
        `All that it names is in the directory: ${counted(named.length, 'reference')}.`,
      ),
    ];
  return gone.map((reference): Finding => {
    const { message, remedy } = notInDirectory(reference);
    return { check: CHECK, object: reference.of, state: 'broken', cause: message, remedy };
  });
}

/** What the deployment's settings name. */
const deployedIn = ({ administrators, eligibility }: Configuration): readonly Reference[] => [
  ...administrators.map(({ name, sid }) => named(name, sid, 'administrators of the settings')),
  ...eligibility.protectedGroups.map((sid) => named(sid, sid, 'protectedGroups of the settings')),
];

const named = (name: string, id: string, of: string): Reference => ({
  kind: 'group',
  name,
  id,
  path: '',
  of,
});
