/**
 * A trie as a double array (Aoe, 1989): the children of all states are interleaved in one array, each at its parent's
 * base plus its column, and each with its parent's number, so that a cell of another state is recognized. It has a
 * tenth of the size of a table with a row for each state, and stays in the processor's cache.
 */
export type DoubleArray = {
  /** By state, from 1, the root: the base of its children. */
  bases: Int32Array;
  /** In pairs: the parent state of a cell, and the state that it leads to. */
  cells: Int32Array;
};

/** The initial state of every scan. */
export const ROOT = 1;

/** A state's children: column and state, by ascending column. */
export type Children = (readonly [column: number, state: number])[];

/**
 * Packs a trie.
 * @param childrenOf by state; 0 is none, the root is 1
 * @param width number of columns
 */
export function packTrie(childrenOf: readonly Children[], width: number): DoubleArray {
  const bases = new Int32Array(childrenOf.length);
  const most = childrenOf.length * 2 + width * 2;
  const cells = new Int32Array(most * 2);
  const isFree = (cell: number) => cells[cell * 2] === 0;
  const fits = (children: Children, base: number): boolean => {
    for (const [column] of children) if (!isFree(base + column)) return false;
    return true;
  };
  // No base is below 0, so cells before the first column could never be used.
  let firstFree = width;
  let last = 0;
  let end = width;
  // States with many children are placed first, each after the previous one; those with one child fill the gaps.
  const order = childrenOf.map((_, state) => state).filter((state) => (childrenOf[state]?.length ?? 0) > 0);
  order.sort((a, b) => childrenOf[b]!.length - childrenOf[a]!.length || a - b);
  for (const state of order) {
    const children = childrenOf[state]!;
    const [first] = children[0]!;
    while (!isFree(firstFree)) firstFree += 1;
    let base = children.length > 1 ? last : firstFree - first;
    while (!fits(children, base)) base += 1;
    bases[state] = base;
    if (children.length > 1) last = base;
    for (const [column, child] of children) {
      cells[(base + column) * 2] = state;
      cells[(base + column) * 2 + 1] = child;
    }
    end = Math.max(end, base + width);
  }
  return { bases, cells: cells.slice(0, end * 2) };
}
