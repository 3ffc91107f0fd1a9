import {
  attribute,
  errorTypeOf,
  injectContext,
  type TraceContext,
  type Tracer,
} from '@skillstream/telemetry';

const { db, own } = attribute;

/**
 * Traces how postings are stored: a span of each, whose context is stored beside it, so that all that is done with the
 * posting later is below it. A chunk that is not sampled costs nothing a posting.
 * @param ids of the postings of a chunk
 */
export const createStoreSpans = (tracer: Tracer) => (ids: readonly string[], parent: TraceContext) => {
  const shared = parent.sampled ? null : injectContext(parent);
  const spans = shared
    ? []
    : ids.map((id) =>
        tracer.start('store posting', parent, {
          kind: 'client',
          attributes: {
            ...{ [db.system]: 'mongodb', [db.operation]: 'bulkWrite', [db.collection]: 'postings' },
            ...{ [db.batchSize]: ids.length, [own.postingId]: id },
          },
        }),
      );
  const ending = (each: (span: (typeof spans)[number], index: number) => void) =>
    spans.forEach((span, index) => {
      each(span, index);
      span.end();
    });
  return {
    /** What is stored beside a posting, by its place in the chunk. */
    headersOf: (index: number) => shared ?? injectContext(spans[index]!.context),
    stored: (outcomes: readonly { version: number }[]): void =>
      ending((span, index) => span.set({ [own.postingVersion]: outcomes[index]?.version })),
    failed: (error: unknown): void => ending((span) => span.fail(errorTypeOf(error))),
  };
};
