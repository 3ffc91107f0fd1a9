import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

type Value = { stringValue?: string; intValue?: number | string; boolValue?: boolean; doubleValue?: number };
type Attribute = { key: string; value: Value };
type OtlpSpan = {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes?: Attribute[];
  links?: { traceId: string; spanId: string }[];
  status?: { code?: number };
};
type Export = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: OtlpSpan[] }[] }[];
};

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUS_ERROR = 2;

const valueOf = ({ stringValue, intValue, boolValue, doubleValue }: Value) =>
  stringValue ?? boolValue ?? doubleValue ?? (intValue === undefined ? null : Number(intValue));
const attributesOf = (list: readonly Attribute[] = []) =>
  Object.fromEntries(list.map(({ key, value }) => [key, valueOf(value)]));
const msOf = (nanos: string): number => Number(BigInt(nanos) / 1000n) / 1000;

const readExport = async (req: IncomingMessage): Promise<Export> => {
  const body = await buffer(req);
  // So a collector sends it.
  const plain = req.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return JSON.parse(plain.toString()) as Export;
};

const readSpans = ({ resourceSpans }: Export) =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const { 'service.name': service, 'service.instance.id': replica } = attributesOf(resource.attributes);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...{ service: String(service), replica: String(replica), name: span.name, kind: kinds[span.kind]! },
        ...{ traceId: span.traceId, spanId: span.spanId, parentId: span.parentSpanId || null },
        links: (span.links ?? []).map(({ traceId, spanId }) => ({ traceId, spanId })),
        ...{ startMs: msOf(span.startTimeUnixNano), endMs: msOf(span.endTimeUnixNano) },
        attributes: attributesOf(span.attributes),
        failed: span.status?.code === STATUS_ERROR,
      })),
    );
  });

/** A span as a collector sees it; times in milliseconds since 1970. */
export type ReceivedSpan = ReturnType<typeof readSpans>[number];

/**
 * What a collector is to the services: it takes traces by OTLP over HTTP, and keeps them.
 * @param keeps whether spans are kept, or only counted
 */
export const startOtlpReceiver = async ({ keeps = true } = {}) => {
  const spans: ReceivedSpan[] = [];
  let count = 0;
  const take = (found: ReceivedSpan[]) => {
    count += found.length;
    if (keeps) spans.push(...found);
  };
  const server = createServer(async (req: IncomingMessage, res) => {
    if (req.method === 'POST' && req.url === '/v1/traces') take(readSpans(await readExport(req)));
    else res.statusCode = 404;
    res.setHeader('content-type', 'application/json').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    all: (): readonly ReceivedSpan[] => spans,
    /** The spans of one trace, in the order in which they began. */
    ofTrace: (traceId: string): ReceivedSpan[] =>
      spans.filter((span) => span.traceId === traceId).toSorted((a, b) => a.startMs - b.startMs),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type OtlpReceiver = Awaited<ReturnType<typeof startOtlpReceiver>>;
