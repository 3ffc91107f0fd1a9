/**
 * A trie as a double array (Aoe, 1989): the children of all states lie interleaved in one array, each at its parent's
 * base plus its column, and each with its parent's number, so that a cell of somebody else is told from one's own. It
 * is a tenth of a table with a row a state, and stays in the processor's cache.
 */
export type DoubleArray = {
  /** By state, which count from 1, the root: where its children begin. */
  bases: Int32Array;
  /** In pairs: the state that a cell belongs to, and the state that it leads to. */
  cells: Int32Array;
};

/** The state where every scan begins. */
export const ROOT = 1;

/** A state's children: column and state, by rising column. */
export type Children = (readonly [column: number, state: number])[];

/**
 * Packs a trie.
 * @param childrenOf by state; 0 is none, the root is 1
 * @param width columns there are
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
  // No base is below 0, so the cells before the first column's own could never be filled.
  let firstFree = width;
  let last = 0;
  let end = width;
  // States with many children find room while there is much, each behind the one before; those with one fill the
  // holes.
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
