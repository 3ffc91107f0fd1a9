import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDataFolder, makeFolder } from './data-folder.ts';
import { lockFolder } from './lock.ts';
import { markOf } from './process-identity.ts';
import { removeData } from './remove-data.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const write = (...names: string[]) => writeFileSync(at(...names), 'x');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'skillstream-data-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const enginesWrite = () => {
  for (const name of ['kafka', 'mongo', 'redis', 'logs']) mkdirSync(at(name));
  for (const name of ['kafka', 'mongo', 'redis']) write('logs', `${name}.log`);
  for (const name of ['kafka.properties', 'ports.json']) write(name);
  write('kafka', 'meta.properties');
};

describe('a data folder', () => {
  test('is created, accepted when it is empty or has engines’ data, and may have a stale lock', () => {
    openDataFolder(at('new/deep'));
    writeFileSync(at('new/deep/engines.lock'), '');
    openDataFolder(at('new/deep'));
    enginesWrite();
    write('notes.txt');
    expect(() => openDataFolder(folder)).not.toThrow();
  });

  test('that has files and no engine’s data is refused by its name', () => {
    write('thesis.odt');
    expect(() => openDataFolder(folder)).toThrow(
      `${folder} is not empty and holds no engine's data (thesis.odt)`,
    );
    expect(readdirSync(folder)).toEqual(['thesis.odt']);
  });

  test.each(['/dev/null', '/dev/null/x', '/proc/nope'])(
    'that cannot be one is refused by its name: %s',
    (path) => {
      expect(() => openDataFolder(path)).toThrow(`${path} cannot be a data folder`);
    },
  );
});

describe('a removal', () => {
  test('deletes everything that engines created, and the folder', async () => {
    enginesWrite();
    expect(await removeData(relative(process.cwd(), folder))).toEqual({ files: [], volumes: null });
    expect(existsSync(folder)).toBe(false);
  });

  test('leaves what engines did not create, and reports it', async () => {
    enginesWrite();
    write('thesis.odt');
    write('logs', 'mine.log');
    expect((await removeData(folder)).files.sort()).toEqual(['logs', 'thesis.odt']);
    expect([readdirSync(folder).sort(), readdirSync(at('logs'))]).toEqual([
      ['logs', 'thesis.odt'],
      ['mine.log'],
    ]);
  });

  test('of a link deletes the contents of its target, and leaves the link usable for the next start', async () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/ports.json'), '');
    symlinkSync(at('real'), at('link'));
    expect(await removeData(at('link'))).toEqual({ files: [], volumes: null });
    expect(readdirSync(at('link'))).toEqual([]);
    openDataFolder(at('link'));
  });

  test('of a folder in use is refused, naming the process that uses it, and deletes nothing', async () => {
    enginesWrite();
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      const owner = markOf(other.pid!);
      writeFileSync(at('engines.lock'), JSON.stringify({ owner, engines: [] }));
      const before = readdirSync(folder, { recursive: true });
      await expect(removeData(folder)).rejects.toMatchObject({
        code: 'conflict',
        message: `${folder} is in use by process ${other.pid}: stop that one first, or choose another data folder.`,
      });
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
    } finally {
      other.kill('SIGKILL');
    }
  });

  test('locks the folder while it runs, and releases it afterwards', async () => {
    enginesWrite();
    const lock = await lockFolder(folder);
    await expect(removeData(folder)).rejects.toMatchObject({ code: 'conflict' });
    lock.release();
    await removeData(folder);
    expect(existsSync(folder)).toBe(false);
  });
});

test('a folder is made with those above it, and one that is there is left as it is', () => {
  makeFolder(at('a/b/c'));
  makeFolder(at('a/b/c'));
  expect(statSync(at('a/b/c')).isDirectory()).toBe(true);
});

test('what cannot be made is an error of the system, and tried once', () => {
  writeFileSync(at('file'), '');
  expect(() => makeFolder(at('file'))).toThrow('EEXIST');
  expect(() => makeFolder(at('file/below'))).toThrow(/EEXIST|ENOTDIR/);
  expect(() => makeFolder('/proc/nope/deep')).toThrow(/ENOENT|EACCES|EPERM|EROFS/);
});
