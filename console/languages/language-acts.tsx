import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { isComplete, makingDefault, offering, offeringNoMore, type LanguageRow } from './languages.ts';

/** Offers a language, or no longer; makes it the default. Says why where that cannot be done. */
export function LanguageActs({ language }: { readonly language: LanguageRow }) {
  const { edit } = useDraft();
  const { tag, name, offered, isDefault } = language;
  const act = (label: string, ariaLabel: string, change: ReturnType<typeof offering>) => (
    <Button variant="inline-link" ariaLabel={ariaLabel} onClick={() => void edit(change)}>
      {label}
    </Button>
  );
  const fit = isComplete(language);
  return (
    <SpaceBetween size="xxs">
      {offered && !isDefault && act('Do not offer', `Do not offer ${name}`, offeringNoMore(tag))}
      {!offered && fit && act('Offer', `Offer ${name}`, offering(tag))}
      {!isDefault && fit && act('Make default', `Make ${name} the default`, makingDefault(tag))}
      {!fit && <Box color="text-body-secondary">It can be offered once all of its texts are there.</Box>}
      {isDefault && offered && (
        <Box color="text-body-secondary">To offer it no longer, make another language the default first.</Box>
      )}
    </SpaceBetween>
  );
}
