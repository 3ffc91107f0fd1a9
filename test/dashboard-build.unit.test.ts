import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../scripts/root.js';

const vite = join(root, 'node_modules/vite/bin/vite.js');
const filesIn = (folder: string) =>
  Object.fromEntries(
    globSync('**/*.*', { cwd: folder })
      .sort()
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-dashboard-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the gateway serves is what the sources of the dashboard give: npm run build:page', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', join(root, 'packages/dashboard'), '--outDir', folder, '--logLevel', 'error'],
    { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  expect([status, stderr]).toEqual([0, '']);
  const committed = filesIn(join(root, 'services/gateway/web'));
  const fresh = filesIn(folder);
  expect(Object.keys(committed)).toEqual(Object.keys(fresh));
  expect(Object.keys(fresh).length).toBeGreaterThanOrEqual(4);
  for (const [path, content] of Object.entries(fresh))
    expect([path, committed[path] === content]).toEqual([path, true]);
});

test('nothing of what it is built with is installed for npm start', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devDependencies?: Record<string, string> }>;
  };
  const manifest = JSON.parse(readFileSync(join(root, 'packages/dashboard/package.json'), 'utf8')) as {
    dependencies?: object;
    devDependencies: Record<string, string>;
  };
  expect(manifest.dependencies).toBeUndefined();
  const foreign = Object.keys(manifest.devDependencies).filter((name) => !name.startsWith('@skillstream/'));
  expect(foreign).toContain('react');
  for (const name of foreign) expect([name, packages[`node_modules/${name}`]?.dev]).toEqual([name, true]);
});
