import { expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import { docCommentOnExport } from './doc-comment-on-export.js';

const linter = new Linter();
const config = {
  plugins: { local: { rules: { 'doc-comment': docCommentOnExport } } },
  rules: { 'local/doc-comment': 'error' },
} as const;
const missing = (code: string) =>
  linter.verify(code, config).map(({ message }) => message.split(' into ')[1]!.split(',')[0]);

test.each([
  ['export const add = (a, b) => a + b;', ['add']],
  ['export async function add(a, b) { return a + b; }', ['add']],
  ['export default function () {}', ['this function']],
  ['// Adds.\nexport const add = (a, b) => a + b;', ['add']],
  ['/* Adds. */\nexport const add = (a, b) => a + b;', ['add']],
  ['/** */\nexport const add = (a, b) => a + b;', ['add']],
  ['/** Of the other. */\nexport const one = () => 1;\nexport const two = () => 2;', ['two']],
  ['/** The sum of both. */\nexport const add = (a, b) => a + b;', []],
  ['/**\n * The sum.\n */\nexport function add(a, b) { return a + b; }', []],
  ["const hidden = () => 1;\nexport const limit = hidden();\nexport { a } from './a.js';", []],
])('%j lacks a doc comment at %j', (code, expected) => {
  expect(missing(code)).toEqual(expected);
});
