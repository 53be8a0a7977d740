import { VersionList } from './version-list.tsx';
import { VersionPage } from './version-page.tsx';

/** Every version of the configuration, and each of them. */
export default function VersionsScreen({ rest: [number] }: { readonly rest: readonly string[] }) {
  return number === undefined ? <VersionList /> : <VersionPage key={number} number={number} />;
}
