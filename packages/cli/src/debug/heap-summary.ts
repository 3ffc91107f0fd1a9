import { dominatorsOf, NOBODY } from './dominators.ts';
import type { HeapGraph } from './heap-graph.ts';

type Retained = { name: string; count: number; selfBytes: number; retainedBytes: number };
export type HeapSummary = { objects: number; bytes: number; classes: Retained[] };

const named = new Set(['object', 'native']);
const groups: Record<string, string> = {
  ...{ closure: '(functions)', code: '(compiled code)', array: '(arrays of V8)', hidden: '(V8’s own)' },
  ...{ 'concatenated string': '(strings)', 'sliced string': '(strings)', string: '(strings)' },
};

/** The constructor of an object, or a name in brackets for what has none. */
const classOf = (graph: HeapGraph, node: number): string => {
  const type = graph.typeOf(node);
  return named.has(type) ? graph.nameOf(node) : (groups[type] ?? `(${type})`);
};

/** Children of each node in the tree of dominators: those of n are from first[n] to first[n + 1]. */
const childrenOf = (dominator: Uint32Array, order: Uint32Array) => {
  const first = new Uint32Array(dominator.length + 1);
  for (const node of order) if (node !== 0) first[dominator[node]! + 1]! += 1;
  for (let i = 1; i < first.length; i += 1) first[i]! += first[i - 1]!;
  const place = first.slice();
  const children = new Uint32Array(order.length);
  for (const node of order)
    if (node !== 0) {
      const parent = dominator[node]!;
      children[place[parent]!] = node;
      place[parent]! += 1;
    }
  return { first, children };
};

/**
 * What holds the memory of a heap, by constructor. Retained is what would be free were all objects of the constructor
 * gone: an object inside of another one of the same constructor is not counted twice.
 */
export const heapSummary = (graph: HeapGraph): HeapSummary => {
  const { dominator, order } = dominatorsOf(graph);
  const retained = Float64Array.from(graph.selfBytes);
  // In post-order a node comes after all that it dominates.
  for (const node of order)
    if (node !== 0 && dominator[node] !== NOBODY) retained[dominator[node]!]! += retained[node]!;

  const { first, children } = childrenOf(dominator, order);
  const classes = new Map<string, Retained & { open: number }>();
  const known = (node: number) => {
    const name = classOf(graph, node);
    const found = classes.get(name) ?? { name, count: 0, selfBytes: 0, retainedBytes: 0, open: 0 };
    classes.set(name, found);
    return found;
  };
  // Down the tree and up again: `open` is how many nodes of the class the way to the present node has.
  const stack: (number | (Retained & { open: number }))[] = [0];
  while (stack.length > 0) {
    const top = stack.pop()!;
    if (typeof top !== 'number') {
      top.open -= 1;
      continue;
    }
    const own = known(top);
    own.count += 1;
    own.selfBytes += graph.selfBytes[top]!;
    if (own.open === 0) own.retainedBytes += retained[top]!;
    own.open += 1;
    stack.push(own);
    for (let i = first[top]!; i < first[top + 1]!; i += 1) stack.push(children[i]!);
  }
  const all = [...classes.values()].map(({ open: _open, ...one }) => one);
  return {
    objects: order.length,
    bytes: all.reduce((sum, { selfBytes }) => sum + selfBytes, 0),
    classes: all.sort((a, b) => b.retainedBytes - a.retainedBytes),
  };
};
