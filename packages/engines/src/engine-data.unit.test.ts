import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { engineDataIn, noteVolumes, volumesOf } from './engine-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'skillstream-kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the providers that have data in a folder are found, the last used first', async () => {
  expect(engineDataIn(undefined)).toEqual([]);
  expect(engineDataIn(folder)).toEqual([]);
  writeFileSync(join(folder, 'ports.json'), '{}');
  expect(engineDataIn(folder)).toEqual(['java']);
  await noteVolumes(folder);
  utimesSync(join(folder, 'ports.json'), 1, 1);
  expect(engineDataIn(folder)).toEqual(['docker', 'java']);
  utimesSync(join(folder, 'docker-volumes.json'), 0, 0);
  expect(engineDataIn(folder)).toEqual(['java', 'docker']);
});

test('volumes are named after their folder, however its path is spelled, and no two folders share one', () => {
  expect(volumesOf(`${folder}/../${folder.split('/').at(-1)}`)).toEqual(volumesOf(folder));
  expect(new Set([...Object.values(volumesOf(folder)), ...Object.values(volumesOf('/other'))]).size).toBe(6);
});
