type Span = { spanId: string; parentId: string | null; service: string; name: string; kind?: string };

/** A trace as lines, each a span with the one above it, without repeats; with kinds where they are known. */
export const linesOf = (spans: readonly Span[]) => {
  const names = new Map(spans.map(({ spanId, service, name }) => [spanId, `${service} ${name}`]));
  const lines = spans.map(({ service, name, kind, parentId }) => {
    const above = parentId === null ? 'nothing' : (names.get(parentId) ?? 'a span that is not there');
    return `${service} ${name}${kind === undefined ? '' : ` (${kind})`} under ${above}`;
  });
  return [...new Set(lines)].toSorted();
};

/** The trace of one posting that is sent on its own, from its POST to view and fact. */
export const ONE_POSTING = [
  'gateway POST /v1/postings (server) under nothing',
  'gateway POST ingestion (client) under gateway POST /v1/postings',
  'ingestion POST /v1/postings (server) under gateway POST ingestion',
  'ingestion store posting (client) under ingestion POST /v1/postings',
  'ingestion waited in the outbox (internal) under ingestion store posting',
  'ingestion send postings.received.v1 (producer) under ingestion store posting',
  'tagging receive postings.received.v1 (consumer) under ingestion store posting',
  'tagging process postings.received.v1 (consumer) under ingestion store posting',
  'tagging transaction postings.tagged.v1 (producer) under tagging receive postings.received.v1',
  'analytics receive postings.tagged.v1 (consumer) under tagging process postings.received.v1',
  'analytics process postings.tagged.v1 (consumer) under tagging process postings.received.v1',
  'analytics EVALSHA views (client) under analytics receive postings.tagged.v1',
  'analytics bulkWrite facts (client) under analytics receive postings.tagged.v1',
].toSorted();
