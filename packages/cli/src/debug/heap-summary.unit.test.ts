import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dominatorsOf, NOBODY } from './dominators.ts';
import { heapGraph } from './heap-graph.ts';
import { heapSummary } from './heap-summary.ts';
import { heapText } from './text.ts';

type Node = { type: string; name: string; bytes: number; to: [kind: string, target: number][] };
const kinds = ['context', 'element', 'property', 'internal', 'hidden', 'shortcut', 'weak'];
const types = ['hidden', 'array', 'string', 'object', 'synthetic'];

/** A snapshot as V8 writes it. */
const snapshot = (nodes: Node[]) => {
  const strings = [...new Set(nodes.map(({ name }) => name))];
  return {
    snapshot: {
      meta: {
        node_fields: ['type', 'name', 'id', 'self_size', 'edge_count', 'detachedness'],
        node_types: [types, 'string', 'number', 'number', 'number', 'number'],
        edge_fields: ['type', 'name_or_index', 'to_node'],
        edge_types: [kinds, 'string_or_number', 'node'],
      },
    },
    nodes: nodes.flatMap(({ type, name, bytes, to }, i) => [
      ...[types.indexOf(type), strings.indexOf(name), i, bytes, to.length, 0],
    ]),
    edges: nodes.flatMap(({ to }) => to.flatMap(([kind, target]) => [kinds.indexOf(kind), 0, target * 6])),
    strings,
  };
};
const root = (...to: Node['to']): Node => ({ type: 'synthetic', name: '', bytes: 0, to });
const object = (name: string, bytes: number, ...to: Node['to']): Node => ({
  type: 'object',
  name,
  bytes,
  to,
});
const summaryOf = (nodes: Node[]) => heapSummary(heapGraph(snapshot(nodes)));
const retainedOf = (nodes: Node[], wanted: string) =>
  summaryOf(nodes).classes.find(({ name }) => name === wanted);

/** Whether the root reaches a node where another one is taken out, by trying. */
const reaches = (nodes: Node[], wanted: number, without: number): boolean => {
  const seen = new Set([without]);
  const walk = (at: number): boolean => {
    if (at === wanted) return true;
    seen.add(at);
    return nodes[at]!.to.some(([kind, to]) => kind !== 'weak' && !seen.has(to) && walk(to));
  };
  return without !== 0 && walk(0);
};

describe('a heap', () => {
  test('retains by an object what it alone holds, and by nobody of two what both hold', () => {
    const nodes = [
      root(['property', 1], ['property', 2]),
      object('Cache', 10, ['property', 3], ['property', 4]),
      object('Server', 20, ['property', 4]),
      object('Entry', 100),
      object('Config', 1000),
    ];
    expect(retainedOf(nodes, 'Cache')).toEqual({
      name: 'Cache',
      count: 1,
      selfBytes: 10,
      retainedBytes: 110,
    });
    expect(retainedOf(nodes, 'Server')).toMatchObject({ retainedBytes: 20 });
    expect(retainedOf(nodes, 'Config')).toMatchObject({ retainedBytes: 1000 });
    expect(summaryOf(nodes)).toMatchObject({ objects: 5, bytes: 1130 });
  });

  test('counts a list of equal objects once, however deep it is', () => {
    const length = 50_000;
    const list = Array.from({ length }, (_, i) =>
      object('Link', 2, ...(i + 1 < length ? [['property', i + 2] as [string, number]] : [])),
    );
    expect(retainedOf([root(['property', 1]), ...list], 'Link')).toEqual({
      ...{ name: 'Link', count: length, selfBytes: 2 * length, retainedBytes: 2 * length },
    });
  });

  test('leaves out what is only held weakly', () => {
    const nodes = [root(['property', 1]), object('Map', 1, ['weak', 2]), object('Gone', 500)];
    expect(retainedOf(nodes, 'Gone')).toBeUndefined();
    expect(summaryOf(nodes).bytes).toBe(1);
  });

  test('has the dominators that trying finds, in any graph', () => {
    const graphs = fc
      .integer({ min: 1, max: 9 })
      .chain((size) =>
        fc.array(
          fc.array(
            fc.tuple(fc.constantFrom('property', 'element', 'weak'), fc.integer({ min: 0, max: size - 1 })),
            { maxLength: 4 },
          ),
          { minLength: size, maxLength: size },
        ),
      );
    fc.assert(
      fc.property(graphs, (edges) => {
        const nodes = edges.map((to) => object('x', 1, ...to));
        const { dominator } = dominatorsOf(heapGraph(snapshot(nodes)));
        nodes.forEach((_, node) => {
          const isHeld = node === 0 || reaches(nodes, node, -1);
          expect(dominator[node] === NOBODY).toBe(!isHeld);
          if (!isHeld || node === 0) return;
          const chain = new Set<number>();
          for (let at = node; !chain.has(at); at = dominator[at]!) chain.add(at);
          const tried = nodes.flatMap((_one, other) => (reaches(nodes, node, other) ? [] : [other]));
          expect([...chain].sort()).toEqual([...new Set([...tried, node, 0])].sort());
        });
      }),
    );
  });

  test('is told by constructor, the most first, without the root', () => {
    const text = heapText(summaryOf([root(['property', 1]), object('Cache', 2e6), object('Gone', 1)]));
    expect(text).toMatch(/^2 objects, 2\.0 MB\n/);
    expect(text.split('\n').filter((line) => line.includes('Cache'))).toHaveLength(1);
  });

  test.each([[{}], [null], [{ snapshot: { meta: {} }, nodes: [] }]])(
    'that is none is refused: %j',
    (json) => {
      expect(() => heapGraph(json)).toThrow();
    },
  );
});
