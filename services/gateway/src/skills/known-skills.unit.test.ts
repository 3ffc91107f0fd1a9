import { expect, test } from '@jest/globals';
import { operationPath, type OperationId } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { AskUpstream } from '../upstreams/ask-upstream.ts';
import type { CachedResults } from '../queries/cached-results.ts';
import { withKnownSkills } from './known-skills.ts';
import { createTaxonomy } from './taxonomy.ts';

type Sent = { params?: Record<string, string>; query?: Record<string, string> };
const headers = { traceparent: '00-1-1-00' };
const pageOf = (ids: string[], next: string | null) => ({
  ...{ taxonomyVersion: '1', total: 3, next },
  skills: ids.map((skillId) => ({ skillId, label: skillId, category: 'x', broader: [] })),
});

const setUp = () => {
  const state = { away: false, analyticsAway: false, nowMs: 0, counted: ['cobol'], asked: [] as string[] };
  const ask = (async (id: OperationId, { params, query }: Sent) => {
    const path = operationPath(id, params, query);
    if (state.away) throw appError('unavailable', 'tagging is not available');
    state.asked.push(path);
    if (path === '/v1/skills?limit=1000') return pageOf(['go', 'kubernetes'], 'kubernetes');
    if (path.startsWith('/v1/skills?')) return pageOf(['rust'], null);
    return { type: 'x', title: 'x', status: 404, code: 'not-found', nearest: ['kubernetes'] };
  }) as unknown as AskUpstream;
  const given = { result: { status: 200 }, staleMs: null } as Awaited<ReturnType<CachedResults>>;
  const results = withKnownSkills(async () => given, {
    taxonomy: createTaxonomy({ ask, now: () => state.nowMs }),
    isCounted: async (skillId) => {
      if (state.analyticsAway) throw appError('unavailable', 'analytics is not available');
      return state.counted.includes(skillId);
    },
  });
  const trend = (skillId: string) => results(`/v1/skills/${skillId}/trend`, headers);
  return { state, results, trend, given };
};

test('an unknown skill is not found, and the nearest ones are listed', async () => {
  const { trend, results } = setUp();
  const refusal = { code: 'not-found', context: { nearest: ['kubernetes'] } };
  await expect(trend('Kubernetes')).rejects.toMatchObject({
    ...refusal,
    message: 'There is no skill Kubernetes; the nearest: kubernetes',
  });
  await expect(results('/v1/compare/skills?a=go&b=Kubernetes', headers)).rejects.toMatchObject(refusal);
  await expect(trend('constructor')).rejects.toMatchObject({ code: 'not-found' });
});

test('a skill in the taxonomy or the counts is known, and a hundred queries read the taxonomy once', async () => {
  const { state, trend, given } = setUp();
  for (let n = 0; n < 100; n += 1)
    for (const skillId of ['go', 'rust', 'cobol']) expect(await trend(skillId)).toBe(given);
  expect(state.asked).toEqual(['/v1/skills?limit=1000', '/v1/skills?limit=1000&cursor=kubernetes']);
});

test('while tagging is unavailable cached and counted skills are known, and nothing is claimed about others', async () => {
  const fresh = setUp();
  fresh.state.away = true;
  expect(await fresh.trend('cobol')).toBe(fresh.given);
  const away = { code: 'unavailable', context: { upstream: 'tagging' } };
  await expect(fresh.trend('go')).rejects.toMatchObject(away);
  const { state, trend, given } = setUp();
  await trend('go');
  state.away = true;
  state.nowMs += 3_600_000;
  expect(await trend('rust')).toBe(given);
  await expect(trend('Kubernetes')).rejects.toMatchObject(away);
});

test('while analytics is unavailable the queries say so, or return the last result', async () => {
  const { state, trend, given } = setUp();
  state.analyticsAway = true;
  expect(await trend('Kubernetes')).toBe(given);
});
