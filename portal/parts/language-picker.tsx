import { catalogOf } from '../catalogs/catalogs.ts';
import { at, type Frame } from '../frame.ts';
import { directionOf } from '../negotiate.ts';
import { phrases } from '../phrase.ts';

/** Every language by its own name; works without scripts, and leads back to the page it stands on. */
export function LanguagePicker({ frame }: { frame: Frame }) {
  if (frame.languages.length < 2) return null;
  const t = phrases(frame.language);
  return (
    <form class="languages" method="get" action={at(frame, frame.path)}>
      <label for="lang">{t('layout.language')}</label>
      <select id="lang" name="lang">
        {frame.languages.map((tag) => (
          <option value={tag} lang={tag} dir={directionOf(tag)} selected={tag === frame.language}>
            {catalogOf(tag)['language.name']}
          </option>
        ))}
      </select>
      <button type="submit">{t('layout.change-language')}</button>
    </form>
  );
}
