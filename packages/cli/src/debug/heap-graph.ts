import { z } from 'zod';

const fields = z.array(z.string());
const types = z.tuple([fields]).rest(z.unknown());
/** What is read of a `.heapsnapshot`. The numbers are left as they are: there are millions of them. */
const heapSnapshot = z.object({
  snapshot: z.object({
    meta: z.object({ node_fields: fields, node_types: types, edge_fields: fields, edge_types: types }),
  }),
  nodes: z.custom<number[]>(Array.isArray, 'an array'),
  edges: z.custom<number[]>(Array.isArray, 'an array'),
  strings: z.custom<string[]>(Array.isArray, 'an array'),
});

/** The objects of a heap by their index, 0 the root, and who holds whom. */
export type HeapGraph = {
  size: number;
  /** V8's type of a node: object, closure, string, … */
  typeOf: (node: number) => string;
  nameOf: (node: number) => string;
  selfBytes: Float64Array;
  /** The edges of node n are those from firstEdge[n] to firstEdge[n + 1]. */
  firstEdge: Uint32Array;
  /** Node that an edge leads to. */
  target: Uint32Array;
  /** 1 where an edge keeps its target alive. */
  holds: Uint8Array;
};

/**
 * The graph of a heap snapshot, as V8 writes it.
 * @throws ZodError where it is no heap snapshot
 */
export const heapGraph = (json: unknown): HeapGraph => {
  const { snapshot, nodes, edges, strings } = heapSnapshot.parse(json);
  const { node_fields, node_types, edge_fields, edge_types } = snapshot.meta;
  const [width, edgeWidth] = [node_fields.length, edge_fields.length];
  const at = (name: string) => node_fields.indexOf(name);
  const [type, name, self, count] = [at('type'), at('name'), at('self_size'), at('edge_count')];
  const [edgeType, toNode] = [edge_fields.indexOf('type'), edge_fields.indexOf('to_node')];
  const size = Math.floor(nodes.length / width);
  const edgeCount = Math.floor(edges.length / edgeWidth);

  const selfBytes = new Float64Array(size);
  const firstEdge = new Uint32Array(size + 1);
  for (let node = 0; node < size; node += 1) {
    selfBytes[node] = nodes[node * width + self]!;
    firstEdge[node + 1] = Math.min(edgeCount, firstEdge[node]! + nodes[node * width + count]!);
  }
  const target = new Uint32Array(edgeCount);
  const holds = new Uint8Array(edgeCount);
  // A shortcut only repeats what other edges say, but those of the root.
  const [weak, shortcut] = [edge_types[0].indexOf('weak'), edge_types[0].indexOf('shortcut')];
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const kind = edges[edge * edgeWidth + edgeType]!;
    target[edge] = Math.min(size - 1, edges[edge * edgeWidth + toNode]! / width);
    holds[edge] = Number(kind !== weak && (kind !== shortcut || edge < firstEdge[1]!));
  }
  return {
    size,
    typeOf: (node) => node_types[0][nodes[node * width + type]!] ?? '',
    nameOf: (node) => strings[nodes[node * width + name]!] ?? '',
    ...{ selfBytes, firstEdge, target, holds },
  };
};
