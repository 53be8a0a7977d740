import { parseArgs } from 'node:util';
import { assumed } from './assumptions.ts';
import type { Use } from './used-part.ts';

/** What the command line asks the bill of. */
export interface AskedCost {
  /** The name of a file in config/. */
  readonly config: string;
  readonly json: boolean;
  readonly use: Use;
}

const COST_USAGE = `npm run cost -- [--people 5000] [--config example] [--text GB=0.5] [--text-price GB=0.05] [--assume name=value] [--json]
--text: texts a recovery sends to a country; --text, --text-price and --assume can be given several times.`;

/** Reads the command line. Throws with what is wrong with it, and how it goes. */
export function askedCost(words: readonly string[]): AskedCost {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        people: { type: 'string', default: '5000' },
        config: { type: 'string', default: 'example' },
        json: { type: 'boolean', default: false },
        text: { type: 'string', multiple: true, default: [] },
        'text-price': { type: 'string', multiple: true, default: [] },
        assume: { type: 'string', multiple: true, default: [] },
      },
    });
    const people = Number(values.people);
    if (!Number.isInteger(people) || people < 1) throw new Error('--people takes a whole number from 1.');
    const use: Use = {
      people,
      assumptions: assumed(numbersIn(values.assume, '--assume')),
      texts: numbersIn(values.text, '--text'),
      textPrices: numbersIn(values['text-price'], '--text-price'),
    };
    return { config: values.config, json: values.json, use };
  } catch (problem) {
    throw new Error(`${(problem as Error).message}\n\n${COST_USAGE}`, { cause: problem });
  }
}

function numbersIn(pairs: readonly string[], option: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, number] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(pair) ?? [];
      if (name === undefined) throw new Error(`${option} takes name=number, not "${pair}".`);
      return [name, Number(number)];
    }),
  );
}
