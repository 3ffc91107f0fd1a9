import { matchesGlob } from 'node:path/posix';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { filesOf, readText } from './docs/project.ts';
import { outsideReads } from './workspaces/outside-reads.ts';

type Task = { dependsOn?: string[]; inputs?: string[]; outputs?: string[] };
type Turbo = { globalDependencies: string[]; tasks: Record<string, Task> };

const turbo = ts.parseConfigFileTextToJson('turbo.json', readText('turbo.json')).config as Turbo;
const manifests = filesOf('{packages,services}/*/package.json');
const files = filesOf('{packages,services}/*/**/*.{ts,js}');
const unitTests = turbo.tasks['test:unit']!;

/** What a task of a workspace does not look at, as patterns within the workspace. */
const leftOut = (unitTests.inputs ?? []).filter((one) => one.startsWith('!')).map((one) => one.slice(1));
const within = (path: string) => path.split('/').slice(2).join('/');
const isInput = (path: string) => !leftOut.some((pattern) => matchesGlob(within(path), pattern));

/** Leads out of its workspace to what only `up` and the commands start: unit tests name those paths, and open none. */
const startsOthers = 'packages/cli/src/platform/paths.ts';

test('there are workspaces and files to look at', () => {
  expect(manifests.length).toBeGreaterThanOrEqual(10);
  expect(files.filter(isInput).length).toBeGreaterThan(500);
});

test.each(manifests)('%s has the script that turbo runs', (path) => {
  expect(JSON.parse(readText(path)).scripts).toMatchObject({
    'test:unit': 'node ../../scripts/run-workspace-tests.js',
  });
});

test('unit tests of a workspace read nothing outside of it but what turbo.json names', () => {
  const named = [...turbo.globalDependencies, ...(unitTests.inputs ?? [])].map((one) =>
    one.replace('$TURBO_ROOT$/', ''),
  );
  const missing = files
    .filter((path) => isInput(path) && path !== startsOthers)
    .flatMap((path) => outsideReads(path, readText(path)).map((to) => `${path} reads ${to}`))
    .filter((line) => !named.some((pattern) => matchesGlob(line.split(' reads ')[1]!, pattern)));
  expect(missing).toEqual([]);
});

test('what turbo.json leaves out of the inputs of unit tests, none of them and no source imports', () => {
  const reads = files
    .filter(isInput)
    .filter((path) => /['"`/](README\.md|[\w./-]+\.int\.test\.ts)['"`]/.test(readText(path)));
  expect(reads).toEqual([]);
});

test('a change of a workspace reaches what imports it: its sources are inputs of those, tests apart', () => {
  expect(unitTests.dependsOn).toEqual(['^source']);
  expect(turbo.tasks['source']).toEqual({
    dependsOn: ['^source'],
    inputs: ['$TURBO_DEFAULT$', '!**/*.test.ts', '!README.md'],
  });
});

test('a change of how the tests of a workspace are run makes every result an old one', () => {
  const reached = new Set<string>();
  const follow = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const [, name] of readText(path).matchAll(/from '\.\/([\w-]+\.js)'/g)) follow(`scripts/${name}`);
  };
  follow('scripts/run-workspace-tests.js');
  expect(reached.size).toBeGreaterThan(2);
  const named = (path: string) => turbo.globalDependencies.some((pattern) => matchesGlob(path, pattern));
  expect([...reached, 'jest.config.js', 'tsconfig.json'].filter((path) => !named(path))).toEqual([]);
});

test('a rule across workspaces has every file of the tree as its input', () => {
  const root = Object.entries(turbo.tasks).filter(([name]) => name.startsWith('//#'));
  expect(root.map(([name]) => name.slice(3)).sort()).toEqual([
    'format:check',
    'lint',
    'test:root',
    'types',
    'unused',
  ]);
  expect(root.filter(([, task]) => task.inputs)).toEqual([]);
});

test('a full check takes no cached result', () => {
  const script = readText('.ci/run');
  expect(script.indexOf('export TURBO_FORCE=true')).toBeGreaterThan(0);
  expect(script.indexOf('export TURBO_FORCE=true')).toBeLessThan(script.indexOf('count npm test'));
});

test('turbo asks nobody: no other cache, no update, no telemetry', () => {
  expect(turbo).toMatchObject({ remoteCache: { enabled: false }, noUpdateNotifier: true });
  expect(readText('scripts/run-turbo.js')).toContain("TURBO_TELEMETRY_DISABLED: '1'");
});

type Manifest = { name: string; dependencies?: object; devDependencies?: object };

const byName = new Map(
  manifests.map((path) => JSON.parse(readText(path)) as Manifest).map((one) => [one.name, one]),
);
// `npm ci --omit=dev --workspace` follows the devDependencies of workspaces, too.
const leadsTo = (name: string, seen = new Set<string>()): Set<string> => {
  const manifest = byName.get(name);
  if (seen.has(name) || !manifest) return seen;
  seen.add(name);
  const { dependencies = {}, devDependencies = {} } = manifest;
  for (const next of Object.keys({ ...dependencies, ...devDependencies })) leadsTo(next, seen);
  return seen;
};
const services = [...byName.keys()].filter((name) =>
  manifests.includes(`services/${name.split('/')[1]}/package.json`),
);

test('what an image is installed from leads to no package for tests', () => {
  expect(services).toHaveLength(4);
  for (const name of services) expect([...leadsTo(name)]).not.toContain('@skillstream/engines');
});

test('an image is installed from no driver of an engine that its service does not speak to', () => {
  const drivers = ['kafkajs', 'mongoose', 'ioredis'];
  const held = (name: string) => {
    const outside = [...leadsTo(name)].flatMap((one) => Object.keys(byName.get(one)?.dependencies ?? {}));
    return drivers.filter((driver) => outside.includes(driver));
  };
  expect(Object.fromEntries(services.map((name) => [name.split('/')[1], held(name)]))).toEqual({
    analytics: drivers,
    gateway: ['ioredis'],
    ingestion: drivers,
    tagging: ['kafkajs', 'ioredis'],
  });
});

test('the sources of all that an image is installed from are sent to Docker', () => {
  const sent = readText('.dockerignore').split('\n');
  const names = new Set([...services, '@skillstream/cli'].flatMap((name) => [...leadsTo(name)]));
  const folders = [...names].map((name) => `packages/${name.split('/')[1]}`);
  const needed = folders.filter((folder) => manifests.includes(`${folder}/package.json`));
  expect(needed.length).toBeGreaterThan(8);
  expect(needed.filter((folder) => !sent.includes(`!${folder}/src`))).toEqual([]);
});
