import { expect, test } from '@jest/globals';
import type { Catalogue } from '@skillstream/tagger';
import type { Request, Response } from 'express';
import { skillHandlers } from './skills.ts';

test('who asks for a skill that nobody knows waits for a turn, and who asks for one that is known does not', async () => {
  let turns = 0;
  const catalogue = { find: (id: string) => (id === 'go' ? { id } : null), nearest: () => ['go'] };
  const { getSkill } = skillHandlers(catalogue as unknown as Catalogue, {
    pause: async () => void (turns += 1),
  });
  const answers: unknown[] = [];
  const ask = async (id: string) => {
    const res = { json: (answer: unknown) => answers.push(answer) };
    await getSkill({ params: { id } } as unknown as Request<{ id: string }>, res as unknown as Response);
  };
  await ask('go');
  expect([answers, turns]).toEqual([[{ id: 'go' }], 0]);
  await expect(ask('goo')).rejects.toMatchObject({ code: 'not-found', context: { nearest: ['go'] } });
  expect(turns).toBe(1);
});
