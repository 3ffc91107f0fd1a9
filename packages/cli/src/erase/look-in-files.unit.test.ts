import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { dataFolder } from '../platform/paths.ts';
import { engineFiles, lookInFiles } from './look-in-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-files-'));
  for (const name of ['kafka/topic-0', 'mongo', 'redis', 'other'])
    mkdirSync(join(folder, name), { recursive: true });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const TEXT = 'Grüße aus "Köln"';
const places = async (untilMs = Infinity) => {
  const { findings, complete } = await lookInFiles(folder, TEXT, untilMs);
  return [findings.map(({ place }) => place).sort(), complete];
};

test('a text is found in files of the engines, as it is and as JSON writes it, also across parts that are read', async () => {
  // Files are read in parts of 64 KB: the text begins in one and ends in the next.
  writeFileSync(join(folder, 'kafka/topic-0/00.log'), `${'x'.repeat(65_530)}${TEXT}`);
  writeFileSync(join(folder, 'kafka/topic-0/01.log'), 'nothing');
  writeFileSync(join(folder, 'mongo/journal'), JSON.stringify({ a: TEXT }));
  writeFileSync(join(folder, 'other/mine'), TEXT);
  expect(await places()).toEqual([['kafka/topic-0/00.log', 'mongo/journal'], true]);
});

test.each(['GRÜSSE AUS "KÖLN"', 'grüße aus "köln"', 'grüßE Aus "köLN"'])(
  'a text is found in another case: %s',
  async (written) => {
    writeFileSync(join(folder, 'redis/dump'), JSON.stringify({ a: written }));
    expect(await places()).toEqual([['redis/dump'], true]);
  },
);

test('where an engine has no files there it says so, and does not call it complete', async () => {
  rmSync(join(folder, 'kafka'), { recursive: true });
  expect(await lookInFiles(folder, TEXT, Infinity)).toMatchObject({
    ...{ findings: [], complete: false, reason: 'cannot be read: kafka (ENOENT)' },
  });
});

test.each([
  ['cannot be read is named', '.', { complete: false, reason: 'cannot be read: mongo/other (EISDIR)' }],
  ['was deleted meanwhile is no gap', 'deleted', { complete: true }],
])('a file that %s, and the others are looked at', async (_what, path, said) => {
  writeFileSync(join(folder, 'mongo/other'), 'nothing');
  writeFileSync(join(folder, 'mongo/journal'), TEXT);
  const open = (file: string) =>
    createReadStream(file.endsWith('other') ? join(folder, path) : file, { encoding: 'latin1' });
  const looked = await lookInFiles(folder, TEXT, Infinity, open);
  expect(looked).toMatchObject({ ...said, place: expect.any(String), findings: [expect.any(Object)] });
});

test('when the time is up within a file the rest of it is not read, and it says so', async () => {
  let nowMs = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
  async function* open() {
    for (;;) {
      nowMs += 30;
      yield 'nothing';
    }
  }
  writeFileSync(join(folder, 'mongo/journal'), '');
  const { complete } = await lookInFiles(folder, TEXT, 100, open);
  expect([complete, nowMs]).toEqual([false, 120]);
});

test('when the time is up no file is begun, and it says so', async () => {
  writeFileSync(join(folder, 'mongo/journal'), TEXT);
  expect(await places(-1)).toEqual([[], false]);
});

test.each([
  ['of engines that run from it', undefined, 'java', dataFolder],
  ['of Docker, whose files are in volumes', undefined, 'docker', null],
  ['of engines elsewhere', undefined, 'external', null],
  ['that was named, wherever they run', '/data', 'docker', '/data'],
])('the folder that is looked at: the one %s', (_what, named, provider, found) => {
  expect(engineFiles(named, provider)).toBe(found);
});
