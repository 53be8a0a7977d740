import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useDraft } from '../draft.tsx';
import { METHOD_MEANINGS, METHOD_WORDS, type Method } from '../parts/method-words.ts';
import { useAtOnce } from '../parts/use-at-once.ts';
import { NeededFirst } from './needed-first.tsx';
import { Note } from './note.tsx';
import { isOn, switched } from './settings.ts';
import { useJoined } from './use-joined.ts';

/** Switches a method on or off, in the draft and at once; says what it is, and what it needs before it can be of use. */
export function MethodSwitch({ method }: { readonly method: Method }) {
  const { document, inForce, edit, readOnly } = useDraft();
  const joined = useJoined(method);
  const [on, choose] = useAtOnce(isOn(document, method), (value) =>
    edit((now) => switched(now, method, value, inForce.document)),
  );
  // One that cannot work may still be switched off.
  const disabled = readOnly || (joined.kind === 'not-joined' && !on);
  return (
    <SpaceBetween size="xxs">
      <Toggle
        checked={on}
        disabled={disabled}
        {...(!disabled && { description: METHOD_MEANINGS[method] })}
        onChange={({ detail }) => choose(detail.checked)}
      >
        {METHOD_WORDS[method]}
      </Toggle>
      {/* A switch that cannot be used is greyed, with what is said of it; that can be read all the same. */}
      {disabled && <Note>{METHOD_MEANINGS[method]}</Note>}
      <NeededFirst method={method} />
    </SpaceBetween>
  );
}
