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
  return { columnOf, width, table: table.slice(0, states * width) };
}

/**
 * Calls `onMatch` for every occurrence of every pattern that does not begin inside a word, by rising start, shortest
 * first at one start; occurrences may overlap. `start` and `end` are code unit indexes into the text as given.
 */
export function findAll(
  { columnOf, table }: Automaton,
  text: string,
  onMatch: (pattern: number, start: number, end: number) => void,
): void {
  let inWord = false;
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    const mayBegin = !inWord;
    inWord = wordUnits[unit] === 1;
    if (!mayBegin) continue;
    let state = table[columnOf[unit]!]!;
    for (let end = start + 1; state !== 0; end++) {
      const pattern = table[state]!;
      if (pattern !== 0) onMatch(pattern - 1, start, end);
      if (end === text.length) break;
      state = table[state + columnOf[text.charCodeAt(end)]!]!;
    }
  }
}

/** By UTF-16 code unit: 1 for letters, digits and the underscore. Halves of a pair are 0: they are looked at later. */
const wordUnits = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
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
