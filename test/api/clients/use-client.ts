// Runs beside a client that @hey-api/openapi-ts made of our document: sends, reads, retracts and listens by it.
// The project's own compiler and linter pass over it, since the client is not there; the test checks both together.
import { client } from './client/client.gen.ts';
import { getDemand, getPosting, listen, retractPosting, sendPostings } from './client/sdk.gen.ts';

declare const process: { argv: string[]; exit: (code: number) => never };
const [baseUrl = '', token = ''] = process.argv.slice(2);
client.setConfig({ baseUrl, auth: token, throwOnError: true });

const posting = {
  source: 'hey-api',
  sourceId: '1',
  title: 'Go engineer',
  description: 'We run Go over Kafka.',
};
const lines = ['2', '3'].map((sourceId) => `${JSON.stringify({ ...posting, sourceId })}\n`).join('');

// Before anything is sent, so that it hears of it.
const { stream } = await listen();
const heard = stream.next();

const { data: one } = await sendPostings<true>({ body: posting });
if (typeof one !== 'object' || Array.isArray(one) || one.status !== 'accepted')
  throw new Error('not accepted');
const ndjson = { 'Content-Type': 'application/x-ndjson' };
const { data: results } = await sendPostings<true>({
  // Its types have the JSON body alone.
  ...{ body: lines as never, headers: ndjson, bodySerializer: null, parseAs: 'text' },
});
const path = { id: one.postingId };
const { data: kept, response } = await getPosting<true>({ path });
const refused = await retractPosting({ path, headers: { 'If-Match': '"7"' }, throwOnError: false });
const { data: gone } = await retractPosting<true>({
  path,
  headers: { 'If-Match': response.headers.get('etag')! },
});
const { data: demand } = await getDemand<true>({ query: { top: 1, via: 'facts' } });
const { value: change } = await heard;
console.log(
  JSON.stringify({
    ...{ kept: kept.posting?.['sourceId'], results: String(results).trim().split('\n').length },
    ...{ refused: refused.response?.status, gone: gone.retracted, population: typeof demand.population },
    change: typeof change,
  }),
);
process.exit(0);
