import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { isComplete, makingDefault, offering, offeringNoMore, type LanguageRow } from './languages.ts';

/** Offers a language, or no longer; makes it the default. */
export function LanguageActs({ language }: { readonly language: LanguageRow }) {
  const { edit } = useDraft();
  const { tag, name, offered, isDefault } = language;
  const unfit = isComplete(language) ? undefined : 'It has not all of its texts yet.';
  const why = (text: string | undefined) =>
    text === undefined ? {} : { disabled: true, disabledReason: text };
  return (
    <SpaceBetween size="xxs">
      {offered ? (
        <Button
          variant="inline-link"
          ariaLabel={`Do not offer ${name}`}
          onClick={() => void edit(offeringNoMore(tag))}
          {...why(isDefault ? 'It is the default. Make another language the default first.' : undefined)}
        >
          Do not offer
        </Button>
      ) : (
        <Button
          variant="inline-link"
          ariaLabel={`Offer ${name}`}
          onClick={() => void edit(offering(tag))}
          {...why(unfit)}
        >
          Offer
        </Button>
      )}
      {!isDefault && (
        <Button
          variant="inline-link"
          ariaLabel={`Make ${name} the default`}
          onClick={() => void edit(makingDefault(tag))}
          {...why(unfit)}
        >
          Make default
        </Button>
      )}
    </SpaceBetween>
  );
}
