import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState } from 'react';

/** Moves one item of a list up or down. The focus stays with the item, and its new place is told. */
export function MoveButtons(props: {
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => Promise<unknown>;
}) {
  const { name, index, count, onMove } = props;
  const up = useRef<ButtonProps.Ref>(null);
  const down = useRef<ButtonProps.Ref>(null);
  const pressed = useRef<-1 | 1>(undefined);
  const [place, setPlace] = useState('');
  useEffect(() => {
    if (pressed.current === undefined) return;
    // Moved rows lose the focus; at the ends of the list only the other button can have it.
    const wanted = pressed.current === -1 ? up : down;
    const other = pressed.current === -1 ? down : up;
    const atAnEnd = pressed.current === -1 ? index === 0 : index === count - 1;
    (atAnEnd ? other : wanted).current?.focus();
    pressed.current = undefined;
    setPlace(`${name} is now number ${index + 1} of ${count}.`);
  }, [index, count, name]);
  const move = (by: -1 | 1) => {
    pressed.current = by;
    void onMove(by);
  };
  return (
    <SpaceBetween direction="horizontal" size="xxs">
      <Button
        ref={up}
        iconName="angle-up"
        variant="inline-icon"
        ariaLabel={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => move(-1)}
      />
      <Button
        ref={down}
        iconName="angle-down"
        variant="inline-icon"
        ariaLabel={`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => move(1)}
      />
      <LiveRegion hidden>{place}</LiveRegion>
    </SpaceBetween>
  );
}
