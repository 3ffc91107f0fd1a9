import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { refusal, render, type Values } from './helm.ts';
import { pod } from './manifest.ts';
import { charts } from './set-up.ts';

// Helm takes away what the values say null for, and a template that asked for it would fail in words of its own.
type Tree = { [key: string]: unknown };
const defaultsOf = (chart: string) =>
  parse(readFileSync(join(import.meta.dirname, '..', chart, 'values.yaml'), 'utf8')) as Tree;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) =>
  value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);

/** A tree of the same form with null in the place of what is chosen, and without the rest; undefined without any. */
const nulls = (
  tree: Tree,
  chosen: (value: unknown, depth: number) => boolean,
  depth = 0,
): Tree | undefined => {
  const found = Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
    if (chosen(value, depth)) return [[key, null]];
    const inner = isTree(value) ? nulls(value, chosen, depth + 1) : undefined;
    return inner ? [[key, inner]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
};
// Without what Kubernetes has a default for or may do without, labels that the user chooses, a number of replicas
// that is left as it is, and a user whom the cluster chooses.
const removable = [
  'requests',
  'limits',
  'startup',
  'liveness',
  'readiness',
  'rollingUpdate',
  'grafana_dashboard',
  'replicas',
  'uid',
];
// What is in these is left out by null, as OpenShift needs it; they themselves are not.
const contexts = ['podSecurityContext', 'securityContext'];
const needed = (tree: Tree): Tree =>
  Object.fromEntries(
    Object.entries(tree)
      .filter(([key, value]) => !removable.includes(key) && !isEmpty(value))
      .map(([key, value]) => [key, isTree(value) && !contexts.includes(key) ? needed(value) : 'needed']),
  );
const keysOf = (tree: Tree): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (isTree(value) ? keysOf(value) : [key]));

// Passwords and the key are made anew each time, and so are their checksums and the Job's name.
const stable = (values: Values, chart: string) =>
  render(values, chart)
    .filter(({ kind }) => kind !== 'Secret')
    .map((one) => JSON.stringify(one).replace(/[0-9a-f]{64}/g, ''));
const image = { registry: 'r.example.org' };

describe.each(charts)('in the values of %s', (chart) => {
  test('null for what is empty by default is the default', () => {
    const none = nulls(defaultsOf(chart), isEmpty)!;
    const global = {
      ...(none['global'] as Tree),
      image: { ...((none['global'] as Tree)['image'] as Tree), ...image },
    };
    expect(keysOf(none).length).toBeGreaterThan(20);
    expect(stable({ ...none, global }, chart)).toEqual(
      stable({ global: { image: { ...image, tag: '' } } }, chart),
    );
  });

  const depths = [0, 1, 2, 3, 4];
  test.each(depths)('null for any other at depth %i is refused, and named', (depth) => {
    const { global, ...own } = needed(defaultsOf(chart));
    // Deeper in there helm itself has the default again.
    const chosen = nulls(depth < 3 ? { ...own, global } : own, (_value, at) => at === depth);
    if (!chosen) return;
    const message = refusal(chosen, chart);
    expect(message).toContain("values don't meet the specifications of the schema");
    // What is named to be missing is then where it is to come from.
    for (const key of keysOf(chosen).filter((key) => key !== 'engines'))
      expect(message).toMatch(new RegExp(`missing propert(y|ies) .*'${key}'`));
  });

  test('null deep in what the charts share is the default', () => {
    const global = nulls(
      needed(defaultsOf(chart))['global'] as Tree,
      (value, at) => at > 1 && !isTree(value),
    );
    expect(stable({ global }, chart)).toEqual(stable({}, chart));
  });
});

test('a probe or a limit for which the values say null is left out', () => {
  for (const probe of ['startup', 'liveness', 'readiness']) {
    const { container } = pod(render({ probes: { [probe]: null } }, 'tagging'), 'sk-tagging');
    expect(Object.keys(container).filter((key) => key.endsWith('Probe'))).toHaveLength(2);
    expect(container).not.toHaveProperty(`${probe}Probe`);
  }
  const { container } = pod(render({ resources: { limits: null } }, 'tagging'), 'sk-tagging');
  expect(Object.keys(container.resources!)).toEqual(['requests']);
});
