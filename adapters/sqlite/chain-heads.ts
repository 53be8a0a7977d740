import type { DatabaseSync } from 'node:sqlite';
import type { ChainHeads } from '../../domain/ports/chain-heads.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedChainHead } from '../central-store/stored-chain-head.ts';
import { reading } from './transaction.ts';

/** The heads of the trail's chains on SQLite. */
export function sqliteChainHeads(db: DatabaseSync): ChainHeads {
  return {
    find: (chain) =>
      reading('read the head of a chain', () => {
        const row = db
          .prepare('SELECT number, seq, hash, at FROM chain_heads WHERE chain = ?')
          .get(String(chain));
        return row && readStored(storedChainHead, row, 'head of a chain');
      }),
    advance: (chain, from, { number, seq, hash, at }) =>
      reading('move the head of a chain', () => {
        const { changes } =
          from === 0
            ? db
                .prepare('INSERT OR IGNORE INTO chain_heads VALUES (?, ?, ?, ?, ?)')
                .run(String(chain), number, seq, hash, at)
            : db
                .prepare(
                  'UPDATE chain_heads SET number = ?, seq = ?, hash = ?, at = ? WHERE chain = ? AND number = ?',
                )
                .run(number, seq, hash, at, String(chain), from);
        return Number(changes) === 1;
      }),
  };
}
