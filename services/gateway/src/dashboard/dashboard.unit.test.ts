import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { matchOperation } from '@skillstream/contracts';
import { apiIndex } from './api-index.ts';
import { readDashboard } from './built-files.ts';

const { page, assets } = readDashboard();
const kilobytes = (bytes: number) => bytes / 1000;

test('JavaScript at first paint is at most 180 KB, gzipped, in all, on whichever page that is', () => {
  const html = page.contents.identity.toString();
  const scripts = [...assets].filter(([name]) => name.endsWith('.js'));
  const sizeOf = (some: typeof scripts) =>
    some.reduce((sum, [, { contents }]) => sum + contents.gzip.length, 0);
  const ofEveryPage = scripts.filter(([name]) => html.includes(name));
  const ofOnePage = scripts.filter(([name]) => !html.includes(name));
  expect(ofEveryPage.length).toBeGreaterThan(0);
  expect(kilobytes(sizeOf(ofEveryPage))).toBeGreaterThan(50);
  // What is fetched when it is opened is one file of a page's own.
  for (const one of ofOnePage) expect(kilobytes(sizeOf([...ofEveryPage, one]))).toBeLessThan(180);
  expect(kilobytes(sizeOf(ofEveryPage))).toBeLessThan(180);
});

test('every file is the same in every coding, and compressed it is smaller', () => {
  for (const { contents } of [page, ...assets.values()]) {
    expect(brotliDecompressSync(contents.br).equals(contents.identity)).toBe(true);
    expect(gunzipSync(contents.gzip).equals(contents.identity)).toBe(true);
    expect(contents.br.length).toBeLessThan(contents.identity.length);
  }
});

test('the page names only files that there are, each by the hash of its content, and has nothing inline', () => {
  const html = page.contents.identity.toString();
  const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThanOrEqual(3);
  for (const path of named) {
    expect(path).toMatch(/^\/assets\/[\w-]+-[\w-]{8}\.\w+$/);
    expect(assets.has(path.slice('/assets/'.length))).toBe(true);
  }
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

test('the index has every operation of the API, and each leads to that operation', () => {
  const { operations, description, reference } = apiIndex();
  expect(operations.length).toBeGreaterThan(20);
  for (const { operation, method, href } of operations)
    expect(matchOperation(method, href.replace(/\{\w+\}/g, 'x'))?.operation.id).toBe(operation);
  for (const path of [description, reference]) expect(matchOperation('GET', path)).not.toBeNull();
  expect(operations.map(({ operation }) => operation)).not.toContain('getSkillPage');
});
