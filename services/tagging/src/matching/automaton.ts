import { packTrie, ROOT, type DoubleArray } from './double-array.ts';
import { fold, foldedUnits } from './fold.ts';

/**
 * A deterministic automaton over all patterns at once: a trie as a double array, entered wherever a word may begin. Aho
 * and Corasick's failure links would also find what begins inside a word, which nobody wants here, for three times the
 * time (ADR 0012).
 */
export type Automaton = DoubleArray & {
  /** Column of each UTF-16 code unit; that of the units which no pattern contains leads nowhere. */
  columnOf: Uint16Array;
  width: number;
  /** By state: 1 + the pattern that ends there, or 0. */
  ends: Int32Array;
  /** A bit for each first three columns, set where a pattern may begin so. */
  beginnings: Uint32Array;
};

/** Builds the automaton of the patterns; they are folded first, and must be distinct after that and not empty. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const folded = patterns.map(fold);
  const { columnOf, width } = columnsOf(folded);
  const trie: Map<number, number>[] = [new Map(), new Map()];
  const endings: number[] = [];
  for (const [pattern, text] of folded.entries()) {
    let state = ROOT;
    for (let i = 0; i < text.length; i++) {
      const column = columnOf[text.charCodeAt(i)]!;
      let next = trie[state]!.get(column);
      if (next === undefined) {
        next = trie.push(new Map()) - 1;
        trie[state]!.set(column, next);
      }
      state = next;
    }
    if (state === ROOT || endings[state]) throw new Error(`The pattern "${text}" is empty or given twice.`);
    endings[state] = pattern + 1;
  }
  const children = trie.map((of) => [...of].sort(([a], [b]) => a - b));
  const ends = Int32Array.from({ length: trie.length }, (_, state) => endings[state] ?? 0);
  return { ...packTrie(children, width), columnOf, width, ends, beginnings: beginningsOf(folded, columnOf) };
}

// Six bits a column: more columns than that share bits, which costs a look too many, never a match.
const BITS = 6;
const MASK = (1 << BITS) - 1;
const keyOf = (first: number, second: number, third: number): number =>
  ((first & MASK) << (2 * BITS)) | ((second & MASK) << BITS) | (third & MASK);

/** Nine of ten words are turned away by these 32 KB, before they touch the large table. */
function beginningsOf(folded: readonly string[], columnOf: Uint16Array): Uint32Array {
  const bits = new Uint32Array((1 << (3 * BITS)) / 32);
  const all = Array.from({ length: MASK + 1 }, (_, column) => column);
  for (const text of folded) {
    // Behind a pattern of one or two units anything may stand, the end of the text too.
    const [firsts, seconds, thirds] = [0, 1, 2].map((i) =>
      i < text.length ? [columnOf[text.charCodeAt(i)]!] : all,
    ) as [number[], number[], number[]];
    for (const first of firsts)
      for (const second of seconds)
        for (const third of thirds) {
          const key = keyOf(first, second, third);
          bits[key >> 5]! |= 1 << (key & 31);
        }
  }
  return bits;
}

/**
 * Calls `onMatch` for every occurrence of every pattern that does not begin inside a word, by rising start, shortest
 * first at one start; occurrences may overlap. `start` and `end` are code unit indexes into the text as given.
 */
export function findAll(
  { bases, cells, ends, columnOf, beginnings }: Automaton,
  units: Uint16Array,
  onMatch: (pattern: number, start: number, end: number) => void,
): void {
  let inWord = false;
  const { length } = units;
  for (let start = 0; start < length; start++) {
    const unit = units[start]!;
    const mayBegin = !inWord;
    inWord = wordUnits[unit] === 1;
    if (!mayBegin) continue;
    const first = columnOf[unit]!;
    const second = start + 1 < length ? columnOf[units[start + 1]!]! : 0;
    const third = start + 2 < length ? columnOf[units[start + 2]!]! : 0;
    const key = keyOf(first, second, third);
    if (((beginnings[key >> 5]! >>> (key & 31)) & 1) === 0) continue;
    let state = ROOT;
    let column = first;
    for (let end = start + 1; ; end++) {
      const cell = (bases[state]! + column) * 2;
      if (cells[cell] !== state) break;
      state = cells[cell + 1]!;
      const pattern = ends[state]!;
      if (pattern !== 0) onMatch(pattern - 1, start, end);
      if (end === length) break;
      column = columnOf[units[end]!]!;
    }
  }
}

/** By UTF-16 code unit: 1 for letters, digits and the underscore. Halves of a pair are 0: they are looked at later. */
export const wordUnits = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  /[\p{L}\p{N}_]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

const UNKNOWN = 1;

/** Gives every folded unit in use a column, and the same column to all units that fold to it. */
function columnsOf(folded: readonly string[]) {
  const columnOfFolded = new Uint16Array(0x10000);
  let width = UNKNOWN + 1;
  for (const text of folded)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (columnOfFolded[unit] === 0) columnOfFolded[unit] = width++;
    }
  return { columnOf: foldedUnits.map((unit) => columnOfFolded[unit]! || UNKNOWN), width };
}
