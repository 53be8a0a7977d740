import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { ToldPanel } from '../parts/told-panel.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { FieldsPanel } from './fields-panel.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { FilterPreview } from './filter-preview.tsx';
import { isFit, keptOf, typedOf, withSearchForm } from './form.ts';
import { WayPanel } from './way-panel.tsx';

/** What people may type to say who they are, besides their name or instead of it, and how they are found by it. */
export default function FindingPeopleScreen() {
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change, replace } = useForm(typedOf(document.searchForm));
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (!isFit(mine, document.languages.default)) {
      notices.refused('Not saved', 'Put right what is marked on this screen first.');
      return false;
    }
    const next = keptOf(mine);
    if (!(await edit((now) => withSearchForm(now, next)))) return false;
    replace(next);
    notices.done('How people are found is saved in your draft. It is in force once you publish it.');
    return true;
  };
  return (
    <ConfigurationLayout
      title="Finding people"
      description="What people type to say who they are, before they prove it. The page is the same for everybody, whoever is found by it."
      paths={['/searchForm']}
    >
      <WayPanel way={mine.way} onChange={(way) => change({ way })} />
      {mine.way !== 'name' && (
        <SpaceBetween size="l">
          <FieldsPanel
            typed={mine}
            isKept={!dirty}
            showErrors={tried}
            onChange={(fields) => change({ fields })}
          />
          <FilterPanel typed={mine} isKept={!dirty} onChange={(filter) => change({ filter })} />
          <FilterPreview filter={mine.filter} />
        </SpaceBetween>
      )}
      {!readOnly && <SaveActions onSave={save} disabled={!dirty} />}
      <Unsaved is={dirty} />
      <ToldPanel
        section="searchForm"
        id="searchForm"
        isAbout={(warning) => warning.includes('search form')}
      />
    </ConfigurationLayout>
  );
}
