import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const script = join(import.meta.dirname, 'strip-types.ts');
const files = {
  'package.json': JSON.stringify({ name: 'a', type: 'module', exports: { '.': './src/index.ts' } }),
  'src/index.ts': [
    "import { one, type Count } from './parts/one.ts';",
    "export * from './parts/one.ts';",
    "const later = await import('./parts/later.ts');",
    "await import(new URL('./parts/later.ts', import.meta.url).href);",
    'const sum: Count = one + later.two;',
    "console.log(sum, 'see ./parts/one.ts', new Error('x').stack!.split('\\n')[1]);",
  ].join('\n'),
  'src/parts/one.ts':
    "export type Count = number;\nexport const one: Count = 1;\nexport type * from './types.ts';\n",
  'src/parts/later.ts': 'export const two = 2 as const;\n',
  'src/parts/types.ts': 'export type Name = string;\n',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-strip-'));
  mkdirSync(join(folder, 'src/parts'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const node = (...words: string[]) =>
  execFileSync(process.execPath, ['--no-warnings', ...words], { encoding: 'utf8' }).trim();

test('a folder of TypeScript is one of JavaScript afterwards, which does the same at the same places', () => {
  const before = node(join(folder, 'src/index.ts'));
  node(script, folder);
  expect(readdirSync(join(folder, 'src'), { recursive: true })).not.toContainEqual(
    expect.stringMatching(/\.ts$/),
  );
  expect(node('--no-strip-types', join(folder, 'src/index.js'))).toBe(before.replace('index.ts', 'index.js'));
  expect(before).toMatch(/^3 see \.\/parts\/one\.ts .*index\.ts:6:/);
});

test('what a package exports is JavaScript, too', () => {
  node(script, folder);
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).exports).toEqual({
    '.': './src/index.js',
  });
});

test('a JavaScript file of the same name is not overwritten: it ends the build', () => {
  writeFileSync(join(folder, 'src/parts/later.js'), 'export const two = 3;\n');
  expect(() => node(script, folder)).toThrow(/EEXIST/);
});

test('a syntax that is more than types ends the build', () => {
  writeFileSync(join(folder, 'src/parts/later.ts'), 'export enum Two { two = 2 }\n');
  expect(() => node(script, folder)).toThrow(/later\.ts|enum/);
});
