import { fold, foldedUnits } from './fold.ts';

/**
 * An Aho-Corasick automaton (Aho and Corasick, 1975) as flat tables. Failure links are already worked into `next`,
 * so a text costs one look-up a code unit. States are stored multiplied by `width`.
 */
export type Automaton = {
  /** Column of each UTF-16 code unit; 0 for those that no pattern contains. */
  columnOf: Uint16Array;
  width: number;
  next: Int32Array;
  /** By state: 1 + the pattern that ends here, or 0. */
  patternAt: Int32Array;
  /** By state: the nearest shorter state at which a pattern ends, or 0. */
  shorterAt: Int32Array;
  lengths: Int32Array;
};

/** Builds the automaton of the patterns; they are folded first, and must be distinct after that and not empty. */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const folded = patterns.map(fold);
  const { columnOf, width } = columnsOf(folded);
  const room = folded.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(room * width);
  const patternAt = new Int32Array(room);
  let states = 1;
  for (const [pattern, text] of folded.entries()) {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const cell = state * width + columnOf[text.charCodeAt(i)]!;
      state = next[cell] ||= states++;
    }
    if (state === 0 || patternAt[state] !== 0)
      throw new Error(`The pattern "${text}" is empty or given twice.`);
    patternAt[state] = pattern + 1;
  }
  const shorterAt = linkFailures(next, patternAt, width, states);
  const trimmed = next.slice(0, states * width).map((state) => state * width);
  return {
    columnOf,
    width,
    next: trimmed,
    patternAt,
    shorterAt,
    lengths: Int32Array.from(folded, (text) => text.length),
  };
}

/**
 * Calls `onMatch` for every occurrence of every pattern, by rising end, longest first at one end; occurrences may
 * overlap. `start` and `end` are code unit indexes into the text as given.
 */
export function findAll(
  automaton: Automaton,
  text: string,
  onMatch: (pattern: number, start: number, end: number) => void,
): void {
  const { columnOf, width, next, patternAt, shorterAt, lengths } = automaton;
  let row = 0;
  for (let i = 0; i < text.length; i++) {
    row = next[row + columnOf[text.charCodeAt(i)]!]!;
    if (row === 0) continue;
    let state = row / width;
    if (patternAt[state] === 0) state = shorterAt[state]!;
    for (; state !== 0; state = shorterAt[state]!) {
      const pattern = patternAt[state]! - 1;
      onMatch(pattern, i + 1 - lengths[pattern]!, i + 1);
    }
  }
}

/** Gives every folded unit in use a column, and the same column to all units that fold to it. */
function columnsOf(folded: readonly string[]) {
  const columnOfFolded = new Uint16Array(0x10000);
  let width = 1;
  for (const text of folded)
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (columnOfFolded[unit] === 0) columnOfFolded[unit] = width++;
    }
  return { columnOf: foldedUnits.map((unit) => columnOfFolded[unit]!), width };
}

/** Breadth first: fills the missing transitions from the failure state, and links each state to its shorter output. */
function linkFailures(next: Int32Array, patternAt: Int32Array, width: number, states: number): Int32Array {
  const failure = new Int32Array(states);
  const shorterAt = new Int32Array(states);
  const queue = new Int32Array(states);
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const state = queue[head]!;
    const fallback = failure[state]!;
    shorterAt[state] = patternAt[fallback] !== 0 ? fallback : shorterAt[fallback]!;
    for (let column = 0; column < width; column++) {
      const cell = state * width + column;
      const child = next[cell]!;
      const other = state === 0 ? 0 : next[fallback * width + column]!;
      if (child === 0) next[cell] = other;
      else {
        failure[child] = other;
        queue[tail++] = child;
      }
    }
  }
  return shorterAt;
}
