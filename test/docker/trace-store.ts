// What Jaeger is to the collector and to `skillstream trace`, where its image cannot be had: takes traces by OTLP over
// HTTP at one port, and gives them by the path of Jaeger's API at another. Runs in a container, without the project.
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

type Span = { traceId: string };
type ResourceSpans = { resource: unknown; scopeSpans: { scope: unknown; spans: Span[] }[] };
const kept: ResourceSpans[] = [];

const read = async (req: IncomingMessage): Promise<{ resourceSpans: ResourceSpans[] }> => {
  const body = await buffer(req);
  const plain = req.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  return JSON.parse(plain.toString()) as { resourceSpans: ResourceSpans[] };
};
const ofTrace = (traceId: string) =>
  kept.flatMap(({ resource, scopeSpans }) => {
    const found = scopeSpans
      .map(({ scope, spans }) => ({ scope, spans: spans.filter((span) => span.traceId === traceId) }))
      .filter(({ spans }) => spans.length > 0);
    return found.length > 0 ? [{ resource, scopeSpans: found }] : [];
  });

createServer(async (req, res) => {
  if (req.method !== 'POST' || req.url !== '/v1/traces') return void res.writeHead(404).end();
  kept.push(...(await read(req)).resourceSpans);
  res.setHeader('content-type', 'application/json').end('{}');
}).listen(4318);
createServer((req, res) => {
  const [, traceId] = /^\/api\/v3\/traces\/([\da-f]{32})$/.exec(req.url ?? '') ?? [];
  const resourceSpans = traceId === undefined ? [] : ofTrace(traceId);
  if (resourceSpans.length === 0) return void res.writeHead(404).end();
  res.setHeader('content-type', 'application/json').end(JSON.stringify({ result: { resourceSpans } }));
}).listen(16686);
