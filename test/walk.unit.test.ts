import { describe, expect, test } from '@jest/globals';
import { groups, operationList } from '@skillstream/contracts';
import { createImports } from './docs/imports.ts';
import { filesOf, readProject, readText } from './docs/project.ts';
import { createLeaders, walkOf } from './docs/walk.ts';

type Topics = {
  operations: Record<string, { action: string; tags: { name: string }[]; channel: { $ref: string } } & Bound>;
};
type Bound = { bindings?: { kafka: { groupId?: { const: string } } } };

const { exists, read } = readProject();
const topics = JSON.parse(readText('packages/contracts/generated/asyncapi.json')) as Topics;
const channels = (wanted: (operation: Topics['operations'][string]) => boolean) =>
  Object.values(topics.operations)
    .filter(wanted)
    .map(({ channel }) => channel.$ref);

const leadersOf = createLeaders({
  read,
  importsOf: createImports(read),
  operationsOf: (service) => operationList.flatMap(({ id, owner }) => (owner === service ? [id] : [])),
  handlersOf: (service) => filesOf(`services/${service}/src/http/*.ts`),
  sends: (service) =>
    channels(({ action, tags }) => action === 'send' && tags.some(({ name }) => name === service)),
  receives: (group) =>
    channels(
      ({ action, bindings }) =>
        action === 'receive' && bindings?.kafka.groupId?.const === (groups as Record<string, string>)[group],
    ),
});

const walk = walkOf(readText('docs/walk.md'));
const stops = walk.map((file, at) => ({ file, at }));
/** Those of a walk that nothing before them leads to; the first is where it begins. */
const unreached = (files: readonly string[]) =>
  files.filter((_, at) => at > 0 && leadersOf(files, at).length === 0);

test('the walk has 12 to 15 files, each once, and all of them exist', () => {
  expect(new Set(walk).size).toBe(walk.length);
  expect([12, 13, 14, 15]).toContain(walk.length);
  expect(walk.filter((file) => !exists(file))).toEqual([]);
});

describe('the walk goes in the order of calls', () => {
  test.each(stops.slice(1))('to $file from a file before it', ({ at }) => {
    expect(leadersOf(walk, at)).not.toEqual([]);
  });

  test.each(stops.slice(1))('$file before what leads to it is refused', ({ file, at }) => {
    const others = walk.toSpliced(at, 1);
    const wrong = others.toSpliced(walk.indexOf(leadersOf(walk, at)[0]!), 0, file);
    // At the very beginning nothing has to lead to it, but then nothing leads to what was first.
    expect(unreached(wrong)).not.toEqual([]);
  });

  test('the walk backwards is refused', () => {
    expect(unreached(walk.toReversed()).length).toBeGreaterThan(walk.length / 2);
  });

  test('a file that no other has to do with is refused', () => {
    const stray = 'packages/engines/src/choose.ts';
    expect(exists(stray)).toBe(true);
    expect(unreached([...walk, stray])).toEqual([stray]);
  });

  test('a stop between two others may not be left out by putting it at the end', () => {
    const relay = walk.find((file) => file.endsWith('/relay.ts'))!;
    const publish = walk[walk.indexOf(relay) + 1]!;
    expect(unreached([...walk.filter((file) => file !== relay), relay])).toEqual([publish]);
  });
});
