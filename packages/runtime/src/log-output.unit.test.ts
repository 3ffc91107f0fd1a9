import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

const runtime = new URL('./index.ts', import.meta.url).href;

/** Starts a process that logs, says so on standard error, and ends itself on a line of its input. */
const startLogging = async (lines: number) => {
  const code = `
    import { createLog } from '${runtime}';
    const log = createLog('tagging', 'info');
    for (let n = 0; n < ${lines}; n += 1) log.info({ n }, 'x'.repeat(1000));
    process.stdin.once('data', () => {
      log.info('the last line');
      process.exit(0);
    });
    setTimeout(() => process.stderr.write('logged'), 50);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  await once(child.stderr, 'data');
  return { child, end: () => child.stdin.write('end\n'), ended: once(child, 'exit') };
};

test('a process whose log nobody reads any more ends all the same', async () => {
  const { child, end, ended } = await startLogging(2000);
  child.stdout.destroy();
  end();
  expect(await ended).toEqual([0, null]);
});

test('a reader gets every line, the last one too', async () => {
  const { child, end, ended } = await startLogging(2000);
  const read = child.stdout.setEncoding('utf8').toArray() as Promise<string[]>;
  end();
  expect(await ended).toEqual([0, null]);
  const lines = (await read).join('').trim().split('\n');
  expect(lines).toHaveLength(2001);
  expect(lines.at(-1)).toContain('the last line');
});

test('an end that waits for the log leaves each line once, and the last one last', () => {
  const output = new URL('./log-output.ts', import.meta.url).href;
  const code = `
    import { createLogOutput } from '${output}';
    const out = createLogOutput(1);
    // More than a pipe holds: it is being written when the process comes to its end.
    out.write('x'.repeat(4_000_000) + '\\n');
    setImmediate(() => {
      out.write('the last line\\n');
      out.flush(() => process.exit(0));
    });`;
  const options = { encoding: 'utf8', maxBuffer: 64_000_000 } as const;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], options);
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 13)),
  ).toEqual(['x'.repeat(13), 'the last line']);
});
