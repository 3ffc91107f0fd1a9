import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { silentLog } from '@skillstream/runtime';
import { createSourcesFile } from './sources-file.ts';

let [folder, file] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-sources-'));
  file = join(folder, 'sources.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file that was empty from the beginning on is one without sources', async () => {
  writeFileSync(file, '');
  expect(await createSourcesFile(file, silentLog()).read()).toMatchObject({ fault: null, sources: [] });
});

test.each(['', '# soon', 'contact: jobs@boats.example'])(
  'a file that had sources, and holds "%s" now, is faulty, and the sources stay, until it lists none',
  async (text) => {
    const { read } = createSourcesFile(file, silentLog());
    writeFileSync(file, 'sources: [{ name: boats, address: "https://boards.greenhouse.io/boats" }]');
    expect((await read()).sources).toHaveLength(1);
    writeFileSync(file, text);
    const fault: unknown = expect.stringContaining('no sources: any more');
    expect(await read()).toMatchObject({ fault, sources: [{ name: 'boats' }] });
    writeFileSync(file, 'sources: []');
    expect(await read()).toMatchObject({ fault: null, sources: [] });
  },
);

test('a file with several faults names all of them, with their lines, and no address', async () => {
  writeFileSync(file, 'sources:\n  - { name: A, address: "https://x.example?key=hush" }\n  - { name: b }\n');
  const { fault } = await createSourcesFile(file, silentLog()).read();
  expect(fault?.split('\n')).toEqual([
    expect.stringContaining('line 2, column 13: source 1 of the list: its name'),
    expect.stringContaining('line 2, column 25: source 1 of the list: its address'),
    expect.stringContaining('line 3, column 5: source b: its address is missing'),
  ]);
  expect(fault).not.toContain('hush');
});
