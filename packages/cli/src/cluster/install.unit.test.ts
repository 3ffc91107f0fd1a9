import { describe, expect, test } from '@jest/globals';
import { install, manifestsOf } from './install.ts';
import type { RunTool } from './run-tool.ts';

type Response = { code?: number; out?: string; complaint?: string };

/** Tools that answer by the words they are called with, and what they were called with. */
const fakeTools = (answers: Record<string, Response>) => {
  const ran: string[] = [];
  const run: RunTool = async (tool, args, input = '') => {
    const words = [tool, ...args].join(' ');
    ran.push(input ? `${words} < ${(JSON.parse(input) as { kind: string }).kind}` : words);
    const found = Object.entries(answers).find(([part]) => words.includes(part))?.[1];
    return { code: 0, out: '', complaint: '', ...found };
  };
  return { ran, run };
};
const plain = { tag: undefined, values: [], sets: ['a=b'] };
const target = (run: RunTool) => ({ run, namespace: 'n', release: 'r' });
const dependency = 'helm dependency update charts/skillstream';
const helm = 'helm upgrade --install r charts/skillstream --namespace n';
const look = 'kubectl get namespace n --ignore-not-found -o name';
const tried = [dependency, `${helm} --dry-run=server --set a=b`];
const made = [dependency, `${helm} --set a=b`];

describe('an installation', () => {
  test('tries the values, then makes the namespace that is not there, which enforces `restricted`', async () => {
    const { ran, run } = fakeTools({});
    expect(await install(target(run), plain)).toEqual({ madeNamespace: true });
    expect(ran).toEqual([...tried, look, 'kubectl create -f - < Namespace', ...made]);
  });

  test.each<[string, Response]>([
    ['is there', { out: 'namespace/n\n' }],
    ['may not be asked for', { code: 1, complaint: 'namespaces "n" is forbidden' }],
  ])('leaves a namespace alone that %s', async (_, response) => {
    const { ran, run } = fakeTools({ 'get namespace': response });
    expect(await install(target(run), plain)).toEqual({ madeNamespace: false });
    expect(ran).toEqual([...tried, look, ...made]);
  });

  test('changes nothing on the cluster for values that the chart refuses', async () => {
    const { ran, run } = fakeTools({ '--dry-run': { code: 1, complaint: 'Error: a is not allowed' } });
    await expect(install(target(run), plain)).rejects.toThrow('a is not allowed');
    expect(ran).toEqual(tried);
  });

  test('does not begin where nobody knows whether the namespace is there', async () => {
    const { ran, run } = fakeTools({ 'get namespace': { code: 1, complaint: 'connection refused' } });
    await expect(install(target(run), plain)).rejects.toThrow('connection refused');
    expect(ran).toEqual([...tried, look]);
  });
});

test('what an installation would apply is rendered with a look into the cluster, and changes nothing', async () => {
  const { ran, run } = fakeTools({ '--dry-run': { out: 'kind: X' } });
  expect(await manifestsOf(target(run), plain)).toBe('kind: X');
  expect(ran).toEqual(tried);
});
