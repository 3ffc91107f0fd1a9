import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

type Posting = { sourceId: string; description: string };
/** Returns the result for one posting; `null` where it cannot be read. Absent: all are accepted once. */
export type Classifier = (posting: Posting | null) => 'accepted' | 'rejected' | 'unavailable' | 'break';

const parse = (text: string): Posting | null => {
  try {
    return JSON.parse(text) as Posting;
  } catch {
    return null;
  }
};

const linesOf = (req: IncomingMessage) => {
  const lines = createInterface({ input: req });
  // Where this server closes the connection itself, the request it was reading ends with an error.
  lines.on('error', () => {});
  return lines;
};

/** A small real server that responds as the gateway does, and records what it received, in order. */
export const startFakeGateway = async (
  validate: Classifier = (posting) => (posting ? 'accepted' : 'rejected'),
) => {
  const taken: string[] = [];
  const known = new Map<string, number>();
  let requests = 0;
  const ledgers: (boolean | 'moving')[] = [];
  let status = (): object => ({ services: {}, consumers: [] });
  let beforeRequest: (req: IncomingMessage, res: ServerResponse) => boolean = () => false;

  const ledger = () => {
    const row = { accepted: known.size, pending: 0, inFlight: 0, counted: known.size, deadLettered: 0 };
    const next = ledgers.shift() ?? true;
    return {
      rows: [{ source: 'a', ...row }],
      total: { source: '(total)', ...row },
      idle: next !== 'moving',
      balanced: next === true,
    };
  };
  const postings = async (req: IncomingMessage, res: ServerResponse) => {
    requests += 1;
    req.on('error', () => {});
    if (beforeRequest(req, res)) return;
    res.writeHead(200, { 'content-type': 'application/x-ndjson' });
    const say = (result: object) => res.write(`${JSON.stringify(result)}\n`);
    let line = 0;
    for await (const text of linesOf(req)) {
      line += 1;
      const posting = parse(text);
      const verdict = validate(posting);
      if (verdict === 'break') return void res.destroy();
      if (verdict === 'unavailable') {
        say({ line, status: 'unavailable', retryAfterSeconds: 0, reason: 'the store cannot be reached' });
        break;
      }
      if (verdict === 'rejected' || !posting) {
        say({ line, status: 'rejected', faults: [{ path: '', message: 'is not JSON' }] });
        continue;
      }
      const before = known.get(posting.sourceId);
      const content = posting.description.length;
      say({
        line,
        status: before === content ? 'unchanged' : 'accepted',
        postingId: posting.sourceId,
        version: 1,
      });
      if (before === content) continue;
      known.set(posting.sourceId, content);
      if (content < 1000) taken.push(`${posting.sourceId} ${posting.description}`);
    }
    res.end();
    req.resume();
  };

  const server = createServer((req, res) => {
    if (req.url === '/v1/postings') return void postings(req, res);
    res.setHeader('content-type', 'application/json');
    const responses: Record<string, () => object> = { '/v1/ledger': ledger, '/v1/status': () => status() };
    res.end(JSON.stringify(responses[req.url!]?.() ?? { alive: true }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    /** Whether the next ledgers balance; after them all do. */
    ledgers,
    /** Sets the response of `/v1/status` from now on. */
    tellStatus: (tell: typeof status) => {
      status = tell;
    },
    size: () => known.size,
    requests: () => requests,
    /** Called before each request; true means that it has responded. */
    intercept: (handler: typeof beforeRequest) => {
      beforeRequest = handler;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
