import { packTrie, ROOT, type Children, type DoubleArray } from './double-array.ts';
import { fold, foldedUnits } from './fold.ts';

/**
 * A deterministic automaton over all patterns: a trie as a double array, entered wherever a word may begin. Aho and
 * Corasick's failure links would also find matches that begin inside a word, which are not wanted here, and take three
 * times as long (ADR 0012).
 */
export type Automaton = DoubleArray & {
  /** Column of each UTF-16 code unit; units that no pattern contains share one without transitions. */
  columnOf: Uint16Array;
  width: number;
  /** By state: 1 + the pattern that ends there, or 0. */
  ends: Int32Array;
  /** A bit for each hash of a word, set when a pattern begins with a word of that hash. */
  firstWords: Uint32Array;
};

/** Builds the automaton of the patterns. They are folded first, and must then be distinct and not empty. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const folded = patterns.map(fold);
  const { columnOf, width } = columnsOf(folded);
  const { children, endings } = trieOf(folded, columnOf);
  const ends = Int32Array.from({ length: children.length }, (_, state) => endings[state] ?? 0);
  return { ...packTrie(children, width), columnOf, width, ends, firstWords: firstWordsOf(folded, columnOf) };
}

/**
 * In sorted order each pattern shares its beginning with the previous one, so that no state has to be looked up: the
 * shared states are still on the path.
 */
function trieOf(folded: readonly string[], columnOf: Uint16Array) {
  const patternOf = new Map(folded.map((text, pattern) => [text, pattern]));
  const odd = folded.find((text, pattern) => text === '' || patternOf.get(text) !== pattern);
  if (odd !== undefined) throw new Error(`The pattern "${odd}" is empty or given twice.`);
  const none: Children = [];
  const children: Children[] = [none, none];
  const endings: number[] = [];
  const path = [ROOT];
  let earlier = '';
  for (const text of [...folded].sort()) {
    let depth = 0;
    while (depth < earlier.length && text.charCodeAt(depth) === earlier.charCodeAt(depth)) depth += 1;
    for (; depth < text.length; depth++) {
      const parent = path[depth]!;
      const state = children.push(none) - 1;
      if (children[parent] === none) children[parent] = [];
      children[parent]!.push([columnOf[text.charCodeAt(depth)]!, state]);
      path[depth + 1] = state;
    }
    endings[path[text.length]!] = patternOf.get(text)! + 1;
    earlier = text;
  }
  return { children, endings };
}

const DIGIT = 2;
/**
 * By UTF-16 code unit: 0 for units between words, else 1, and 3 for digits. Surrogates are 0: they are checked later.
 */
export const wordUnits = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
  const one = String.fromCharCode(unit);
  return /\p{N}/u.test(one) ? 1 | DIGIT : /[\p{L}_]/u.test(one) ? 1 : 0;
});

const HASH_BITS = 17;
const PRIME = 0x01000193;
// FNV-1a over columns; the high bits are the well-mixed ones.
const mixed = (hash: number, column: number): number => Math.imul(hash ^ column, PRIME);
const bitOf = (hash: number): number => hash >>> (32 - HASH_BITS);

const firstWordOf = (text: string): string => {
  let end = 0;
  while (end < text.length && wordUnits[text.charCodeAt(end)] !== 0) end++;
  return text.slice(0, end);
};

/** Most words of a text begin no pattern; this filter of 16 KB rejects them without access to the large table. */
function firstWordsOf(folded: readonly string[], columnOf: Uint16Array): Uint32Array {
  const bits = new Uint32Array((1 << HASH_BITS) / 32);
  for (const word of new Set(folded.map(firstWordOf))) {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = mixed(hash, columnOf[word.charCodeAt(i)]!);
    bits[bitOf(hash) >> 5]! |= 1 << (bitOf(hash) & 31);
  }
  return bits;
}

/**
 * Calls `onMatch` for every occurrence of every pattern that does not begin inside a word, by ascending start,
 * shortest first at the same start; occurrences may overlap. One that ends inside a word is left out, unless digits
 * follow ("Java8"). `start` and `end` are code unit indexes into the given text.
 */
export function findAll(
  { bases, cells, ends, columnOf, firstWords }: Automaton,
  units: Uint16Array,
  onMatch: (pattern: number, start: number, end: number) => void,
): void {
  const { length } = units;
  for (let start = 0, next = 1; start < length; start = next++) {
    let kind = wordUnits[units[start]!]!;
    if (kind !== 0) {
      let hash = 0;
      let digits = 0;
      next = start;
      do {
        const unit = units[next++]!;
        hash = mixed(hash, columnOf[unit]!);
        digits |= kind & DIGIT;
        kind = next < length ? wordUnits[units[next]!]! : 0;
      } while (kind !== 0);
      // Nothing begins directly after a word: ".NET" is not in "ASP.NET".
      next += 1;
      const bit = bitOf(hash);
      if (digits === 0 && ((firstWords[bit >> 5]! >>> (bit & 31)) & 1) === 0) continue;
    }
    let state = ROOT;
    for (let end = start; end < length;) {
      const cell = (bases[state]! + columnOf[units[end]!]!) * 2;
      if (cells[cell] !== state) break;
      end += 1;
      state = cells[cell + 1]!;
      const pattern = ends[state]!;
      if (pattern !== 0) onMatch(pattern - 1, start, end);
    }
  }
}

const UNKNOWN = 1;

/** Assigns a column to every folded unit in use, in ascending order, and to all units that fold to it. */
function columnsOf(folded: readonly string[]) {
  const columnOfFolded = new Uint16Array(0x10000);
  for (const text of folded) for (let i = 0; i < text.length; i++) columnOfFolded[text.charCodeAt(i)] = 1;
  let width = UNKNOWN + 1;
  for (let unit = 0; unit < columnOfFolded.length; unit++)
    if (columnOfFolded[unit] !== 0) columnOfFolded[unit] = width++;
  return { columnOf: foldedUnits.map((unit) => columnOfFolded[unit]! || UNKNOWN), width };
}
