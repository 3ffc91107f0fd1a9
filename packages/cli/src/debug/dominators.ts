import type { HeapGraph } from './heap-graph.ts';

/** What dominatorsOf returns for a node that nothing holds any more. */
export const NOBODY = 0xffffffff;

/** The nodes that the root reaches, each after all that it leads to (depth first, without recursion). */
const postOrder = ({ size, firstEdge, target, holds }: HeapGraph): Uint32Array => {
  const order = new Uint32Array(size);
  const seen = new Uint8Array(size);
  const [stack, next] = [new Uint32Array(size), new Uint32Array(size)];
  let [depth, found] = [0, 0];
  seen[0] = 1;
  next[0] = firstEdge[0]!;
  for (; depth >= 0;) {
    const node = stack[depth]!;
    const edge = next[depth]!;
    if (edge >= firstEdge[node + 1]!) {
      order[found] = node;
      found += 1;
      depth -= 1;
      continue;
    }
    next[depth] = edge + 1;
    const to = target[edge]!;
    if (!holds[edge] || seen[to]) continue;
    seen[to] = 1;
    depth += 1;
    stack[depth] = to;
    next[depth] = firstEdge[to]!;
  }
  return order.subarray(0, found);
};

/**
 * The immediate dominator of each node: the last one that every way from the root passes. Were it gone, so would be
 * the node. By Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
 * @returns the dominators (NOBODY where nothing holds a node; the root's is itself), and the nodes in post-order
 */
export const dominatorsOf = (graph: HeapGraph): { dominator: Uint32Array; order: Uint32Array } => {
  const { size, firstEdge, target, holds } = graph;
  const order = postOrder(graph);
  const rank = new Uint32Array(size);
  order.forEach((node, i) => (rank[node] = i));
  const dominator = new Uint32Array(size).fill(NOBODY);
  dominator[0] = 0;
  const common = (a: number, b: number): number => {
    while (a !== b) {
      while (rank[a]! < rank[b]!) a = dominator[a]!;
      while (rank[b]! < rank[a]!) b = dominator[b]!;
    }
    return a;
  };
  // Along the edges, not against them: no list of holders is needed. Dominators only ever move towards the root.
  for (let changed = true; changed;) {
    changed = false;
    for (let i = order.length - 1; i >= 0; i -= 1) {
      const node = order[i]!;
      for (let edge = firstEdge[node]!; edge < firstEdge[node + 1]!; edge += 1) {
        const to = target[edge]!;
        if (!holds[edge] || to === 0) continue;
        const before = dominator[to]!;
        const after = before === NOBODY ? node : common(before, node);
        if (after === before) continue;
        dominator[to] = after;
        changed = true;
      }
    }
  }
  return { dominator, order };
};
