import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { problem } from '@skillstream/contracts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';

const POSTINGS = 600;

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
  await sendAll(
    platform.url,
    [...generateSample({ seed: 7, count: POSTINGS })].map(({ posting }) => posting),
  );
  await platform.settled();
});
afterAll(() => platform.stop());

type Seen = { status: number; stale: boolean; atMs: number; fault: string | null };

const ask = async (path: string): Promise<Seen> => {
  const response = await fetch(platform.url + path, { signal: AbortSignal.timeout(60_000) });
  const body: unknown = await response.json();
  const said = response.headers.get('content-type') ?? '';
  const isProblem = said.includes('application/problem+json') && problem.safeParse(body).success;
  const fine = response.status === 200 || (response.status === 503 && isProblem);
  return {
    status: response.status,
    stale: response.headers.has('skillstream-stale'),
    atMs: Date.now(),
    fault: fine ? null : `${response.status} ${said} ${JSON.stringify(body)}`,
  };
};

/** Readers ask what was asked before and what nobody ever asked, until after something has happened. */
const whileAsked = async (happen: (answered: () => number) => Promise<unknown>): Promise<Seen[]> => {
  const seen: Seen[] = [];
  let over = false;
  let asked = 0;
  const read = async () => {
    while (!over) {
      asked += 1;
      seen.push(
        await ask(
          asked % 2
            ? '/v1/demand?role=backend'
            : `/v1/demand?top=${(asked % 900) + 100}&from=20${10 + (asked % 15)}-01`,
        ),
      );
    }
  };
  const reading = Promise.all(Array.from({ length: 8 }, read));
  try {
    await until('questions are answered', () => seen.length > 50);
    await happen(() => seen.length);
  } finally {
    over = true;
  }
  await reading;
  return seen;
};

/** Whether every question is answered afresh, from the views, again. */
const recovered = () =>
  until('every question is answered afresh', async () => {
    const all = await Promise.all(
      ['backend', 'data', 'devops', 'frontend'].map((role) =>
        ask(`/v1/demand?role=${role}&to=2099-0${1 + (Date.now() % 9)}`),
      ),
    );
    return all.every(({ status, stale }) => status === 200 && !stale);
  });

const engine = (name: 'kafka' | 'redis' | 'mongo') => ({
  down: () => platform.engines.kill(name),
  up: () => platform.engines.start(name),
});
const analytics = () => ({
  down: () => platform.service('analytics').stop(),
  up: async () => {
    platform.service('analytics').start();
    await platform.service('analytics').listens();
  },
});

test.each([
  ['redis', engine('redis')],
  ['kafka', engine('kafka')],
  ['mongo', engine('mongo')],
])(
  'while %s is away and comes back, readers get answers or a clear 503, and all is well again',
  async (_name, { down, up }) => {
    const seen = await whileAsked(async (answered) => {
      await down();
      const before = answered();
      await until('readers have met it', () => answered() > before + 50);
      await up();
      await recovered();
    });
    expect(seen.flatMap(({ fault }) => fault ?? [])).toEqual([]);
    expect(seen.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
  },
);

test('while analytics is away readers get what was answered before, marked as stale, or a clear 503', async () => {
  const { down, up } = analytics();
  const seen = await whileAsked(async () => {
    await down();
    await until('a stale answer', async () => (await ask('/v1/demand?role=backend')).stale);
    expect((await ask('/v1/demand?role=qa&country=NZ')).status).toBe(503);
    await up();
    await recovered();
  });
  expect(seen.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  expect(seen.some(({ stale }) => stale)).toBe(true);
});
