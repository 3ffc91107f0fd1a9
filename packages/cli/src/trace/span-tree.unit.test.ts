import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TraceSpan } from './otlp-spans.ts';
import { spanTree } from './span-tree.ts';

const span = (spanId: string, parentId: string | null): TraceSpan => ({
  ...{ spanId, parentId, service: 's', name: spanId, startMs: 0, endMs: 1, failed: false },
});

test('each span stands behind the one that it belongs to, one step further in', () => {
  const tree = spanTree([span('a', null), span('b', 'a'), span('c', null), span('d', 'b'), span('e', 'a')]);
  expect(tree.map(({ spanId, depth }) => [spanId, depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['d', 2],
    ['e', 1],
    ['c', 0],
  ]);
});

test('a span whose parent was lost stands at the edge, and so does a circle', () => {
  const tree = spanTree([span('a', 'lost'), span('b', 'c'), span('c', 'b')]);
  expect(tree.map(({ spanId, depth }) => [spanId, depth])).toEqual([
    ['a', 0],
    ['b', 0],
    ['c', 1],
  ]);
});

test('every span is there once, whoever is above whom', () => {
  const id = fc.integer({ min: 0, max: 20 }).map(String);
  const spans = fc.array(fc.tuple(id, fc.option(id)).map(([own, above]) => span(own, above)));
  fc.assert(fc.property(spans, (all) => expect(spanTree(all)).toHaveLength(all.length)));
});
