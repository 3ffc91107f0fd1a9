import { expect, jest, test } from '@jest/globals';
import { ageOf, queryWithAge } from './query-with-age.ts';

const now = new Date('2026-11-25T10:00:05.000Z');
const date = 'Wed, 25 Nov 2026 10:00:00 GMT';

test.each<[string, Record<string, string>, string, number | null]>([
  ['a fresh one is as old as its date', { date }, '2026-11-25T10:00:00.000Z', null],
  [
    'a stale one is as old as it says',
    { date, age: '90', 'skillstream-stale': 'true' },
    '2026-11-25T09:58:30.000Z',
    90,
  ],
  ['an age without the mark is a cache’s affair', { date, age: '90' }, '2026-11-25T10:00:00.000Z', null],
  ['one without a date is from now', {}, now.toISOString(), null],
  [
    'an age that is none counts as none',
    { date, age: 'x', 'skillstream-stale': 'true' },
    '2026-11-25T10:00:00.000Z',
    0,
  ],
])('of the age of an answer: %s', (_, headers, at, staleSeconds) => {
  const age = ageOf(new Headers(headers), now);
  expect([age.at.toISOString(), age.staleSeconds]).toEqual([at, staleSeconds]);
});

test('a query that is refused names the option that was typed', async () => {
  const faults = [{ path: 'role', message: 'Invalid option: expected one of "backend"|"qa"' }];
  const problem = {
    type: 'x',
    title: 'Bad',
    status: 400,
    code: 'x',
    detail: 'Some fields are wrong',
    faults,
  };
  const refusal = new Response(JSON.stringify(problem), {
    status: 400,
    headers: { 'content-type': 'application/problem+json' },
  });
  const fetched = jest.spyOn(globalThis, 'fetch').mockResolvedValue(refusal);
  const at = { address: 'http://gateway.test', token: () => Promise.resolve(null) };
  const query = { role: 'backnd' as 'backend' };
  await expect(queryWithAge(at, 'getDemand', { query })).rejects.toThrow(
    'Some fields are wrong\n  --role "backnd": expected one of backend, qa',
  );
  fetched.mockRestore();
});

const refusal = (code: string, status: number, seconds: string) => {
  const problem = { type: 'x', title: 'Not now', status, code, detail: 'ask again' };
  const headers = { 'content-type': 'application/problem+json', 'retry-after': seconds };
  return new Response(JSON.stringify(problem), { status, headers });
};
const reports = () => new Response('{"reports":[]}', { headers: { 'content-type': 'application/json' } });
const asking = async (...responses: Response[]) => {
  const fetched = jest.spyOn(globalThis, 'fetch');
  for (const response of responses) fetched.mockResolvedValueOnce(response);
  const at = { address: 'http://gateway.test', token: () => Promise.resolve(null) };
  const ended = await queryWithAge(at, 'listReports').then(
    (result) => result.reports,
    (error: unknown) => (error as Error).message,
  );
  const asked = fetched.mock.calls.length;
  fetched.mockRestore();
  return { ended, asked };
};

test('a query that the gateway was too busy for is asked again when it says', async () => {
  const busy = () => refusal('overloaded', 503, '0');
  expect(await asking(busy(), busy(), reports())).toEqual({ ended: [], asked: 3 });
});

test('it is not asked again after a minute, nor after another refusal', async () => {
  expect(await asking(refusal('overloaded', 503, '61'))).toEqual({ ended: 'ask again', asked: 1 });
  expect(await asking(refusal('unavailable', 503, '0'))).toEqual({ ended: 'ask again', asked: 1 });
});
