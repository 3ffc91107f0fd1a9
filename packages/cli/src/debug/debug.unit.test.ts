import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Pod } from '../cluster/workloads.ts';
import { askProcess } from './ask-process.ts';
import { connectBy, tunnelCommand } from './compose.ts';
import { localReach } from './local.ts';
import { debugRequest } from './options.ts';
import { choosePod } from './pod.ts';
import type { Reach } from './reach.ts';
import { save } from './save.ts';

const now = new Date('2026-11-28T07:15:02.123Z');

describe('the arguments', () => {
  test('of a CPU profile and of a snapshot', () => {
    expect(debugRequest(['tagging', '--cpu', '10s'], now)).toMatchObject({
      ...{ service: 'tagging', cpuSeconds: 10, compose: false },
      file: expect.stringMatching(/\.skillstream\/profiles\/tagging-20261128T071502\.cpuprofile$/),
    });
    expect(debugRequest(['gateway', '--heap', '-o', 'x.heapsnapshot'], now)).toMatchObject({
      ...{ service: 'gateway', cpuSeconds: null, file: 'x.heapsnapshot' },
    });
  });

  test.each([
    [[], 'SERVICE is missing'],
    [['kafka', '--heap'], 'SERVICE is one of ingestion, tagging, analytics, gateway, not "kafka"'],
    [['gateway'], 'either --cpu SECONDS or --heap'],
    [['gateway', '--cpu', '5', '--heap'], 'either --cpu SECONDS or --heap'],
    [['gateway', '--cpu', '61s'], '--cpu takes a whole number from 1 to 60, not "61"'],
    [['gateway', '--cpu', '0'], '--cpu takes a whole number from 1 to 60'],
    [['gateway', '--heap', '--address', 'https://x'], '--address takes http://HOST:PORT'],
    [['gateway', '--heap', '--compose', '--address', 'http://127.0.0.1:1'], 'either --compose or --address'],
  ])('%j are refused: %s', (args, message) => {
    expect(() => debugRequest(args, now)).toThrow(message);
  });

  test('where nothing runs here, it is said what else there is', () => {
    expect(() => localReach('gateway', undefined, null)).toThrow(
      /nothing of skillstream runs here: npm start/,
    );
  });
});

describe('the pod that is meant', () => {
  const pod = (name: string, ready: boolean, phase = 'Running'): Pod => ({
    metadata: { name, creationTimestamp: '' },
    status: { phase, containerStatuses: [{ name: 'c', ready, restartCount: 0 }] },
  });

  test.each<[string, Pod[], string | undefined, string]>([
    ['a ready one', [pod('a', false), pod('b', true)], undefined, 'b'],
    ['one that is too busy to be ready, where there is no other', [pod('a', false)], undefined, 'a'],
    ['the one that is named', [pod('a', false), pod('b', true)], 'a', 'a'],
  ])('is %s', (_what, pods, replica, name) => {
    expect(choosePod('tagging', pods, replica)).toBe(name);
  });

  test.each<[Pod[], string | undefined, string]>([
    [[pod('a', false, 'Pending')], undefined, 'no pod of tagging runs'],
    [[pod('a', true), pod('b', true)], 'c', 'tagging has no replica c; there are a, b'],
  ])('is none of %#', (pods, replica, message) => {
    expect(() => choosePod('tagging', pods, replica)).toThrow(message);
  });
});

describe('a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'skillstream-debug-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is readable by its owner alone, and unpacked from any number of members', async () => {
    const file = join(folder, 'deep/x.heapsnapshot');
    const members = ['{"a":', '1}'].map((text) => gzipSync(text));
    let seen = 0;
    await save(file, Readable.from(members), true, (sum) => (seen = sum));
    expect(readFileSync(file, 'utf8')).toBe('{"a":1}');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(seen).toBe(Buffer.concat(members).length);
  });

  test('that ends too early is not there, and leaves what was there before', async () => {
    const file = join(folder, 'x.heapsnapshot');
    writeFileSync(file, 'before');
    const half = gzipSync('{"a":1}').subarray(0, 12);
    await expect(save(file, Readable.from([half]), true, () => undefined)).rejects.toThrow('was not written');
    expect(readdirSync(folder)).toEqual(['x.heapsnapshot']);
    expect(readFileSync(file, 'utf8')).toBe('before');
  });
});

describe('a process', () => {
  let server: Server;
  let reach: Reach;
  const asked: [string | undefined, string | undefined][] = [];
  beforeAll(async () => {
    server = createServer((req, res) => {
      asked.push([req.url, req.headers.authorization]);
      if (req.headers.authorization === undefined) res.writeHead(401).end();
      else if (req.url?.endsWith('heap'))
        res
          .writeHead(409)
          .end(JSON.stringify({ type: '', title: 't', status: 409, code: 'conflict', detail: 'no\u001b' }));
      else res.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    reach = {
      ...{ name: 'tagging', host: '127.0.0.1', port: (server.address() as AddressInfo).port },
      ...{ token: async () => 'secret', tokenFrom: 'skillstream token', close: () => undefined },
    };
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('is asked with a token, and a refusal is its own words', async () => {
    const response = await askProcess(reach, 'takeCpuProfile', { query: '?seconds=3' });
    response.resume();
    expect(asked.at(-1)).toEqual(['/v1/diagnostics/cpu?seconds=3', 'Bearer secret']);
    await expect(askProcess(reach, 'takeHeapSnapshot')).rejects.toThrow('tagging refuses: no\\u{1b}');
  });

  test('that knows nobody says where a token comes from; one that is away is named', async () => {
    const nobody = { ...reach, token: async () => null };
    await expect(askProcess(nobody, 'getProcessState')).rejects.toThrow(
      'tagging refuses: status 401: skillstream token, as --token or SKILLSTREAM_TOKEN',
    );
    await expect(askProcess({ ...reach, port: 1 }, 'getProcessState')).rejects.toThrow(
      'tagging does not answer',
    );
  });

  test('inside of a container is reached by standard input and output of a command there', async () => {
    const command = tunnelCommand('tagging', '2');
    expect(command.slice(0, 9)).toEqual([
      ...['docker', 'compose', '-f', 'docker/compose.yaml', 'exec', '-T', '--index', '2', 'tagging'],
    ]);
    // The words that docker would run in the container, run here: the port that they connect to is the service's.
    const inside: [string, ...string[]] = [process.execPath, ...command.slice(-2)];
    const env = { ...process.env, PORT: String(reach.port) };
    const response = await askProcess(
      { ...reach, port: 8080, connect: () => connectBy(inside, env) },
      'takeCpuProfile',
      { query: '?seconds=1' },
    );
    let text = '';
    for await (const part of response) text += String(part);
    expect(text).toBe('{}');
  });
});
