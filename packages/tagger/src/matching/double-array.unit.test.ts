import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packTrie, ROOT, type Children } from './double-array.ts';

const WIDTH = 7;

/** A trie of words over columns 1 to 6, as the automaton builds one. */
const trieOf = (words: number[][]): Children[] => {
  const trie: Map<number, number>[] = [new Map(), new Map()];
  for (const word of words) {
    let state = ROOT;
    for (const column of word) {
      const next = trie[state]!.get(column) ?? trie.push(new Map()) - 1;
      trie[state]!.set(column, next);
      state = next;
    }
  }
  return trie.map((of) => [...of].sort(([a], [b]) => a - b));
};

test('a packed trie has exactly the transitions of the trie', () => {
  const words = fc.array(fc.array(fc.integer({ min: 1, max: WIDTH - 1 }), { maxLength: 8 }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(words, (given) => {
      const trie = trieOf(given);
      const { bases, cells } = packTrie(trie, WIDTH);
      for (const [state, children] of trie.entries())
        for (let column = 0; state > 0 && column < WIDTH; column++) {
          const cell = (bases[state]! + column) * 2;
          const led = cells[cell] === state ? cells[cell + 1] : undefined;
          expect(led).toBe(children.find(([one]) => one === column)?.[1]);
        }
    }),
  );
});
