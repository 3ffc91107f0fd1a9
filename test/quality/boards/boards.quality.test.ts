import { beforeAll, expect, test } from '@jest/globals';
import { boards } from '@skillstream/boards';
import { measureBoards, type BoardResult } from './measure-boards.ts';

let results: Map<string, BoardResult>;
beforeAll(async () => {
  results = new Map((await measureBoards()).map((result) => [result.board, result]));
  process.stdout.write(
    `figure: ${JSON.stringify([...results.values()].map(({ board, known }) => ({ board, known })))}\n`,
  );
});

const jobs: Record<string, number> = {
  ...{ ashby: 13, greenhouse: 75, justjoinit: 10, lever: 156, personio: 4, recruitee: 3, remoteok: 95 },
  ...{ smartrecruiters: 50, weworkremotely: 25 },
};

test.each(boards.map(({ name }) => name))(
  'every job of the real answer of %s is a posting that is stored',
  (name) => {
    const { faults, refused, postings, known } = results.get(name)!;
    expect({ faults, refused }).toEqual({ faults: [], refused: [] });
    expect(postings).toHaveLength(jobs[name]!);
    expect(known).toMatchObject({ title: jobs[name], organization: jobs[name] });
    for (const { datePosted, url } of postings)
      expect([typeof datePosted, typeof url]).toEqual(['string', 'string']);
  },
);

test('a list that has fewer jobs than its board says is not complete, and all others are', () => {
  const partial = [...results.values()].filter(({ complete }) => !complete).map(({ board }) => board);
  // Of these two the file is the first of many pages.
  expect(partial).toEqual(['justjoinit', 'smartrecruiters']);
});
