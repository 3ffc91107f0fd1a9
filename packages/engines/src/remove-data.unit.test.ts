import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { engineDataIn, noteVolumes, volumesOf } from './engine-data.ts';
import { removeData } from './remove-data.ts';

let folder: string;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'skillstream-reset-')), 'data');
  await noteVolumes(folder);
  mkdirSync(join(folder, 'kafka'));
  writeFileSync(join(folder, 'ports.json'), '{}');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const { kafka, mongo, redis } = volumesOf('/x');
const nameOf = (volume: string) => volume.replace(/-[0-9a-f]{12}-/, '-');

test('where Docker is gone all but its volumes is removed, and the next removal finds them', async () => {
  const volumes = { names: Object.values(volumesOf(folder)), reason: 'no Docker engine answers (no socket)' };
  const gone = () => Promise.reject(new Error('no socket'));
  expect(await removeData(folder, gone)).toEqual({ files: [], volumes });
  expect([readdirSync(folder), engineDataIn(folder)]).toEqual([['docker-volumes.json'], ['docker']]);
  const removed: string[] = [];
  const back = async () => async (name: string) => removed.push(name);
  expect(await removeData(folder, back)).toEqual({ files: [], volumes: null });
  expect([removed, existsSync(folder)]).toEqual([volumes.names, false]);
});

test('a volume that Docker does not remove is named, the others are removed, and one that is gone is no failure', async () => {
  const tried: string[] = [];
  const docker = async () => async (name: string) => {
    tried.push(nameOf(name));
    if (name.endsWith('mongo')) throw Object.assign(new Error('no such volume'), { statusCode: 404 });
    if (name.endsWith('kafka')) throw Object.assign(new Error('volume is in use'), { statusCode: 409 });
  };
  writeFileSync(join(folder, 'mine.txt'), '');
  expect(await removeData(folder, docker)).toEqual({
    files: ['mine.txt'],
    volumes: { names: [volumesOf(folder).kafka], reason: 'volume is in use' },
  });
  expect(tried).toEqual([kafka, mongo, redis].map(nameOf));
  expect(readdirSync(folder).sort()).toEqual(['docker-volumes.json', 'mine.txt']);
});
