import { expect, test } from '@jest/globals';
import type { Catalogue } from '@skillstream/tagger';
import type { Request, Response } from 'express';
import { skillHandlers } from './skills.ts';

test('a request for an unknown skill waits for its turn, and one for a known skill does not', async () => {
  let turns = 0;
  const catalogue = { find: (id: string) => (id === 'go' ? { id } : null), nearest: () => ['go'] };
  const { getSkill } = skillHandlers(catalogue as unknown as Catalogue, {
    pause: async () => void (turns += 1),
  });
  const results: unknown[] = [];
  const ask = async (id: string) => {
    const res = { json: (result: unknown) => results.push(result) };
    await getSkill({ params: { id } } as unknown as Request<{ id: string }>, res as unknown as Response);
  };
  await ask('go');
  expect([results, turns]).toEqual([[{ id: 'go' }], 0]);
  await expect(ask('goo')).rejects.toMatchObject({ code: 'not-found', context: { nearest: ['go'] } });
  expect(turns).toBe(1);
});
