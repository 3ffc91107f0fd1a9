import type { TraceSpan } from './otlp-spans.ts';

/** A span, and how many are above it. */
export type Placed = TraceSpan & { depth: number };

/**
 * Spans with those under each behind it. One whose parent is not there, or is below it, stands at the edge: a store
 * may have lost a part, and what a stranger has written may go round in a circle.
 * @param spans in the order in which they began
 */
export const spanTree = (spans: readonly TraceSpan[]): Placed[] => {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const below = Map.groupBy(spans, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const placed: Placed[] = [];
  const seen = new Set<TraceSpan>();
  // Without recursion: a chain may be as long as the trace.
  const walk = (roots: readonly TraceSpan[]) => {
    const open = roots.toReversed().map((span) => ({ span, depth: 0 }));
    for (let next = open.pop(); next; next = open.pop()) {
      const { span, depth } = next;
      if (seen.has(span)) continue;
      seen.add(span);
      placed.push({ ...span, depth });
      for (const child of (below.get(span.spanId) ?? []).toReversed())
        open.push({ span: child, depth: depth + 1 });
    }
  };
  walk(below.get(null) ?? []);
  for (const span of spans) if (!seen.has(span)) walk([span]);
  return placed;
};
