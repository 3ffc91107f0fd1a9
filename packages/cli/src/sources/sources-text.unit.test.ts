import { expect, test } from '@jest/globals';
import { detectBoard, type Source } from '@skillstream/boards';
import { newState, type SourceRun } from './source-state.ts';
import { runText, sourcesListText } from './sources-text.ts';

const ADDRESS = 'https://boards.greenhouse.io/boats';
const source: Source = {
  ...{ name: 'boats', address: ADDRESS, paused: false, everyMinutes: 60 },
  ...detectBoard(ADDRESS)!,
};
const reason = 'there is no answer from boards-api.greenhouse.io (name not found)';
const run: SourceRun = {
  ...{ at: '2026-01-02T03:04:05.000Z', state: 'partial', reason, listed: 0 },
  ...{ accepted: 0, unchanged: 0, rejected: 0, gone: 0 },
};

test('a board of which nothing could be read was not read in part', () => {
  expect(runText(source, run)).toBe(`boats (Greenhouse): could not be read: ${reason}`);
  const list = (lastRun: SourceRun) => sourcesListText([{ source, state: { ...newState(), lastRun } }]);
  expect(list(run)).toContain(`could not be read: ${reason}`);
  expect(list({ ...run, listed: 2 })).toContain(`read in part: ${reason}`);
});

test('a board that was read in part says what came of it, and calls nothing gone', () => {
  expect(runText(source, { ...run, listed: 2, accepted: 2 })).toBe(
    'boats (Greenhouse): 2 jobs: 2 accepted, 0 unchanged, 0 rejected; read in part, so nothing is called gone: ' +
      reason,
  );
});
