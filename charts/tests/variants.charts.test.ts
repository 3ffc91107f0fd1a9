import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { render } from './helm.ts';
import { variants } from './variants.ts';

const charts = join(import.meta.dirname, '..');
const templates = globSync('*/templates/**/*.yaml', { cwd: charts });

test('the releases that scanners look at have every kind of object that a template makes', () => {
  const made = templates.flatMap((file) =>
    [...readFileSync(join(charts, file), 'utf8').matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind!),
  );
  const rendered = Object.values(variants).flatMap((values) => render(values).map(({ kind }) => kind));
  expect([...new Set(rendered)].sort()).toEqual([...new Set(made)].sort());
  expect(new Set(made).size).toBeGreaterThan(15);
});

test('each of them has what no other has', () => {
  const texts = Object.values(variants).map((values) => JSON.stringify(render(values)));
  const own = ['"kind":"Ingress"', '"type":"NodePort"', '"medium":"Memory"'];
  expect(texts.map((text) => own.map((part) => text.includes(part)))).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
  ]);
});
