import { useState } from 'react';

/** A value that is saved as soon as it is changed: shows what was chosen while that is under way, then what came of it. */
export function useAtOnce<T>(
  saved: T,
  save: (value: T) => Promise<unknown>,
): readonly [shown: T, choose: (value: T) => void] {
  const [chosen, setChosen] = useState<{ readonly value: T }>();
  const choose = (value: T): void => {
    setChosen({ value });
    void save(value).finally(() => setChosen(undefined));
  };
  return [chosen ? chosen.value : saved, choose];
}
