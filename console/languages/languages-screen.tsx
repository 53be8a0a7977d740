import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import Spinner from '@cloudscape-design/components/spinner';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { LanguageList } from './language-list.tsx';
import { LanguagePage } from './language-page.tsx';
import { languageRows } from './languages.ts';
import { useLanguages } from './use-languages.ts';

/** In which languages pages, e-mails and questions are, and which of them people are offered. */
export default function LanguagesScreen({ rest: [tag] }: { readonly rest: readonly string[] }) {
  const { document } = useDraft();
  const { languages, trouble, again } = useLanguages();
  const rows = languageRows(languages ?? [], document);
  const one = rows.find((row) => row.tag === tag);
  return (
    <ConfigurationLayout
      title="Languages"
      description="In which languages pages, e-mails and questions are. Whoever reads none of those offered gets the default one."
      paths={['/languages']}
    >
      {trouble !== undefined && (
        <Alert
          type="error"
          statusIconAriaLabel="Error"
          header="The languages could not be loaded"
          action={<Button onClick={again}>Try again</Button>}
        >
          {trouble}
        </Alert>
      )}
      {!languages && trouble === undefined && <Spinner size="large" />}
      {languages && tag === undefined && <LanguageList rows={rows} />}
      {one && <LanguagePage language={one} />}
      {languages && tag !== undefined && !one && (
        <Alert type="info" statusIconAriaLabel="Info">
          This version of the product does not speak “{tag}”.{' '}
          <Link href={linkTo('languages')}>All languages</Link>
        </Alert>
      )}
    </ConfigurationLayout>
  );
}
