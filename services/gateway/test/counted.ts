import type { RequestListener } from 'node:http';
import { sleep } from '@skillstream/async';
import { respond } from './upstream.ts';

const measured = (count: number) => ({ population: 100, count, share: count / 100, low: 0, high: 1 });
const answeredFrom = { model: 'views', caughtUp: true, viewVersion: 'a' };
const filterOf = (url: URL) =>
  Object.fromEntries([...url.searchParams].filter(([name]) => !['top', 'via', 'count'].includes(name)));

const demand = (url: URL) => ({
  filter: filterOf(url),
  counted: url.searchParams.get('count') ?? 'postings',
  population: 100,
  ...{ postings: 100, jobs: 80 },
  skills: Array.from({ length: Number(url.searchParams.get('top') ?? 60) }, (_, i) => ({
    skillId: `skill-${i}`,
    ...measured(60 - i),
  })),
  categories: [{ category: 'languages', ...measured(70) }],
  answeredFrom,
});
const trend = (url: URL) => ({
  skillId: decodeURIComponent(url.pathname.split('/')[3]!),
  filter: filterOf(url),
  months: [{ month: '2025-01', ...measured(5) }],
  answeredFrom,
});
const report = (url: URL) => ({
  id: 'market',
  title: 'What people say',
  source: 'people',
  filter: filterOf(url),
  population: 100,
  claims: [
    {
      id: 'most',
      says: 'Most ask for it',
      because: 'so it is',
      expect: { moreThan: 0.5 },
      verdict: 'does-not-hold',
      parts: [{ name: 'go', ...measured(10) }],
    },
  ],
  answeredFrom,
});

/** A fake of analytics: it answers everything, and records the requests. */
export const createCounted = () => {
  const state = { asked: [] as string[], atOnce: 0, mostAtOnce: 0, away: false };
  const answerOf = (url: URL): [unknown, number] => {
    if (url.pathname === '/v1/demand') return [demand(url), 200];
    if (url.pathname === '/v1/reports')
      return [{ reports: [{ id: 'market', title: 'What people say' }] }, 200];
    if (url.pathname === '/v1/report/market') return [report(url), 200];
    if (url.pathname.startsWith('/v1/skills/')) return [trend(url), 200];
    return [{ type: 'x', title: 'Not found', status: 404, code: 'not-found' }, 404];
  };
  const listener: RequestListener = async (req, res) => {
    if (state.away) return void res.destroy();
    if (req.url === '/v1/views') return respond({ version: 'a' })(req, res);
    if (req.url!.endsWith('/counted')) return respond({ counted: true })(req, res);
    state.asked.push(req.url!);
    state.atOnce += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, state.atOnce);
    // So that concurrent requests overlap.
    await sleep(5);
    state.atOnce -= 1;
    const [body, status] = answerOf(new URL(req.url!, 'http://analytics'));
    // The facts have no version, so results that are read from them are never cached.
    respond(body, status, req.url!.includes('via=facts') ? {} : { etag: 'W/"a"' })(req, res);
  };
  return { state, listener };
};
