import { describe, expect, it } from 'vitest';
import {
  begun,
  failed,
  FAILURES,
  left,
  mayTry,
  PAUSE_MS,
  SOUND,
} from '../../../../adapters/active-directory/controllers/breaker.ts';
import { controllerHealth } from '../../../../adapters/active-directory/controllers/controller-health.ts';
import { Failure } from '../../../../domain/failure.ts';

const broken = (at: number) =>
  Array.from({ length: FAILURES }).reduce<typeof SOUND>((breaker) => failed(breaker, at), SOUND);

describe('what is remembered of a domain controller', () => {
  it('lets it be tried until it failed three times in a row', () => {
    expect(mayTry(failed(failed(SOUND, 5), 6), 7)).toBe(true);
    expect(mayTry(broken(6), 7)).toBe(false);
  });

  it('lets it be tried again after half a minute, by one at a time', () => {
    expect(mayTry(broken(0), PAUSE_MS - 1)).toBe(false);
    expect(mayTry(broken(0), PAUSE_MS)).toBe(true);
    expect(mayTry(begun(broken(0)), PAUSE_MS)).toBe(false);
    expect(mayTry(left(begun(broken(0))), PAUSE_MS)).toBe(true);
  });

  it('passes it over for another half minute when that try fails too', () => {
    const again = failed(begun(broken(0)), PAUSE_MS);
    expect(mayTry(again, 2 * PAUSE_MS - 1)).toBe(false);
    expect(mayTry(again, 2 * PAUSE_MS)).toBe(true);
  });

  it('lets any number try one that is sound', () => {
    expect(mayTry(begun(begun(SOUND)), 0)).toBe(true);
  });
});

describe('the domain controllers of a domain', () => {
  const trouble = (url: string) => new Failure('directory-unreachable', `${url} is out`);
  const health = () => {
    const clock = { now: 0 };
    const controllers = controllerHealth(() => clock.now);
    const breakDown = (url: string): void => {
      for (let time = 0; time < FAILURES; time += 1) controllers.failed(url, trouble(url));
    };
    return { controllers, clock, breakDown };
  };

  it('are tried in the given order, those that broke down at last: rather than nobody, the one that failed first', () => {
    const { controllers, breakDown, clock } = health();
    expect([...controllers.inTurn(['a', 'b', 'c'])]).toEqual(['a', 'b', 'c']);
    breakDown('b');
    clock.now = 10;
    breakDown('a');
    expect([...controllers.inTurn(['a', 'b', 'c'])]).toEqual(['c', 'b']);
    breakDown('c');
    expect([...controllers.inTurn(['a', 'b', 'c'])]).toEqual(['b']);
    clock.now = PAUSE_MS;
    expect([...controllers.inTurn(['a', 'b', 'c'])]).toEqual(['b', 'a']);
    clock.now = PAUSE_MS + 10;
    expect([...controllers.inTurn(['a', 'b', 'c'])]).toEqual(['a', 'b', 'c']);
  });

  it('are sound again with the first answer, and forget why they were not', () => {
    const { controllers, breakDown } = health();
    breakDown('a');
    expect(controllers.troublesOf(['a', 'b'])).toEqual([trouble('a')]);
    controllers.answered('a');
    expect(controllers.troublesOf(['a'])).toEqual([]);
    expect([...controllers.inTurn(['a', 'b'])]).toEqual(['a', 'b']);
  });
});
