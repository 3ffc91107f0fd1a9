import { afterEach, expect, jest, test } from '@jest/globals';
import { namedOf, pagesOf } from './pages-of.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const at = { address: 'http://gateway.test', token: () => Promise.resolve(null) };
const ids = { pending: 0, deadLettered: 0, retractedWithoutFact: 0 };
const counts = { postings: 1, missing: 0, behind: 0, tooMuch: 0, withoutText: 0, ...ids };
const page = () =>
  new Response(JSON.stringify({ counts, differences: [], settled: true, next: null }), {
    headers: { 'content-type': 'application/json' },
  });
const refusal = (status: number) => {
  const problem = {
    type: 'x',
    title: 'Away',
    status,
    code: 'unavailable',
    detail: 'ingestion is not available',
  };
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '0' };
  return new Response(JSON.stringify(problem), { status, headers });
};
/** What the gateway answers, one after the other. */
const answering = (...answers: (Response | Error)[]) => {
  const fetched = jest.spyOn(globalThis, 'fetch');
  for (const answer of answers)
    if (answer instanceof Error) fetched.mockRejectedValueOnce(answer);
    else fetched.mockResolvedValueOnce(answer);
  return fetched;
};

test.each<[string, () => Promise<unknown>]>([
  ['a later page', () => pagesOf(at)('p1')],
  ['postings by their ids', () => namedOf(at)(['p1'])],
])('%s waits for a service, or a gateway, that is away for a moment', async (_, ask) => {
  const gone = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
  const fetched = answering(refusal(503), refusal(429), gone, page());
  await expect(ask()).resolves.toMatchObject({ settled: true });
  expect(fetched).toHaveBeenCalledTimes(4);
});

test('the first page says at once who is away', async () => {
  const fetched = answering(refusal(503));
  await expect(pagesOf(at)(null)).rejects.toThrow('ingestion is not available');
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a later page ends with another refusal', async () => {
  const fetched = answering(refusal(403));
  await expect(pagesOf(at)('p1')).rejects.toThrow();
  expect(fetched).toHaveBeenCalledTimes(1);
});

test('a later page ends after a minute without an answer', async () => {
  jest.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(60_000);
  const fetched = answering(refusal(503));
  await expect(pagesOf(at)('p1')).rejects.toThrow('ingestion is not available');
  expect(fetched).toHaveBeenCalledTimes(1);
});
