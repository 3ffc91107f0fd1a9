import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { render, type Values } from './helm.ts';
import type { Manifest } from './manifest.ts';
import { withoutSchema } from './schemas/exceptions.ts';
import { validateCore } from './schemas/validate-core.ts';
import { customTypes, typeOf, validateCustom } from './schemas/validate-custom.ts';
import { charts } from './set-up.ts';
import { ciValues } from './variants.ts';

type Typed = Manifest & { apiVersion: string };
const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
// The oldest that the charts take, the one that they were tried on, and the newest that there are schemas of.
const versions = ['1.30', '1.34', '1.37'];

const production = parse(read('charts/skillstream/values-production.yaml')) as Values;
const rendered = [
  ...charts.flatMap((chart) => Object.values(ciValues(chart)).flatMap((values) => render(values, chart))),
  ...render(production),
] as Typed[];
// Values files have no kind.
const written = globSync('k8s/**/*.yaml', { cwd: root })
  .sort()
  .flatMap((file) => parseAllDocuments(read(file)).map((one) => one.toJS() as Typed | null))
  .filter((one): one is Typed => one !== null && 'kind' in one && 'apiVersion' in one);
const objects = [...rendered, ...written];
const custom = objects.filter((one) => customTypes.includes(typeOf(one)));
const core = objects.filter((one) => !customTypes.includes(typeOf(one)) && !(typeOf(one) in withoutSchema));

test.each(versions)(
  'every object of Kubernetes itself is one of version %s, with no other fields',
  (version) => {
    expect(core.length).toBeGreaterThan(150);
    expect(validateCore(version, core)).toEqual([]);
  },
);

test('every object of an operator has what that asks for, of the right types', async () => {
  const faults = await Promise.all(custom.map(validateCustom));
  expect(faults.flat()).toEqual([]);
  expect(new Set(custom.map(typeOf))).toEqual(new Set(customTypes));
});

test('each kind without a schema is still there', () => {
  const types = new Set(objects.map(typeOf));
  expect(Object.keys(withoutSchema).filter((type) => !types.has(type))).toEqual([]);
});

describe('what is wrong is found', () => {
  const of = (kind: string) => structuredClone(objects.find((one) => one.kind === kind)!);
  const deployment = of('Deployment');

  test.each<[string, object, RegExp]>([
    ['a field that is not known', { ...deployment, spec: { ...deployment.spec, replica: 2 } }, /replica/],
    ['a number that is a word', { ...deployment, spec: { ...deployment.spec, replicas: 'two' } }, /two/],
    [
      'a field that is missing',
      { ...deployment, spec: { ...deployment.spec, selector: undefined } },
      /selector/,
    ],
    ['a version that has gone', { ...deployment, apiVersion: 'apps/v1beta1' }, /v1beta1|schema/],
  ])('in Kubernetes: %s', (_what, object, fault) => {
    expect(validateCore('1.34', [object]).join('\n')).toMatch(fault);
  });

  test.each<[string, object]>([
    ['HTTPRoute', { rules: 'all' }],
    ['ScaledObject', { triggers: undefined }],
    ['ServiceMonitor', { endpoints: undefined }],
    ['PrometheusRule', { groups: [{ rules: [] }] }],
    ['Certificate', { issuerRef: undefined }],
  ])('in an operator’s kind: %s with %j', async (kind, changed) => {
    const object = of(kind);
    Object.assign(object.spec, changed);
    expect(await validateCustom(object)).toHaveLength(1);
  });
});
