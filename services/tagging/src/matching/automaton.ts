import { fold, foldedUnits } from './fold.ts';

/**
 * A deterministic automaton over all patterns at once (a trie) as flat tables, entered wherever a word may begin. Aho
 * and Corasick's failure links would also find what begins inside a word, which nobody wants here, for three times the
 * time (ADR 0012). States are stored multiplied by `width`.
 */
export type Automaton = {
  /** Column of each UTF-16 code unit; that of the units which no pattern contains leads back to the root. */
  columnOf: Uint16Array;
  width: number;
  /** By state and column: the next state, or 0. In column 0: 1 + the pattern that ends at the state, or 0. */
  table: Int32Array;
  /** A bit for each first three columns, set where a pattern may begin so. */
  beginnings: Uint32Array;
};

/** Builds the automaton of the patterns; they are folded first, and must be distinct after that and not empty. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const folded = patterns.map(fold);
  const { columnOf, width } = columnsOf(folded);
  const room = folded.reduce((sum, { length }) => sum + length, 1);
  const table = new Int32Array(room * width);
  let states = 1;
  for (const [pattern, text] of folded.entries()) {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const cell = state + columnOf[text.charCodeAt(i)]!;
      state = table[cell] ||= states++ * width;
    }
    if (state === 0 || table[state] !== 0) throw new Error(`The pattern "${text}" is empty or given twice.`);
    table[state] = pattern + 1;
  }
  const beginnings = beginningsOf(folded, columnOf);
  return { columnOf, width, table: table.slice(0, states * width), beginnings };
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
  { columnOf, table, beginnings }: Automaton,
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
    let state = table[first]!;
    for (let end = start + 1; state !== 0; end++) {
      const pattern = table[state]!;
      if (pattern !== 0) onMatch(pattern - 1, start, end);
      if (end === length) break;
      state = table[state + columnOf[units[end]!]!]!;
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
