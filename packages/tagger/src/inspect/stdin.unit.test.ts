import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';

async function run(input: string | Buffer) {
  const child = spawn('node', [join(import.meta.dirname, 'stdin.ts')]);
  const closed = once(child, 'close');
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [exitCode] = await closed;
  return {
    answers: stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
    stderr,
    exitCode,
  };
}

const python = { skillId: 'python', label: 'Python', category: 'languages', text: 'Python' };

test('for each posting a line with its id and tags is printed, and the exit code is 0', async () => {
  const { answers, stderr, exitCode } = await run(
    ['{"id":"a","text":"We use Python."}', '', '{"id":7,"title":"Dev","description":"Python"}'].join('\n'),
  );
  expect({ answers, stderr, exitCode }).toEqual({
    answers: [
      { id: 'a', tags: [{ ...python, start: 7, end: 13 }] },
      { id: 7, tags: [{ ...python, start: 5, end: 11 }] },
    ],
    stderr: '',
    exitCode: 0,
  });
});

test('invalid lines are reported with number and issue, the others are tagged, and the exit code is 1', async () => {
  const { answers, stderr, exitCode } = await run(
    Buffer.concat([
      Buffer.from(
        '{"id":1,"text":"Python"\n{"id":true,"text":"x"}\n\n[1]\n{"id":2,"title":"x"}\n{"id":3,"text":4}\n"',
      ),
      Buffer.from([0xff, 0x0a]),
      Buffer.from('{"id":9,"text":"Python"}\n'),
    ]),
  );
  expect(answers).toEqual([{ id: 9, tags: [{ ...python, start: 0, end: 6 }] }]);
  expect(exitCode).toBe(1);
  expect(stderr.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^line 1: invalid JSON/),
    'line 2: id: must be a string or a number',
    'line 4: not a JSON object',
    expect.stringMatching(/^line 5: description: /),
    expect.stringMatching(/^line 6: text: /),
    'line 7: the line is not valid UTF-8',
  ]);
});

test('ten thousand postings come out complete and in order', async () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, id) => `{"id":${id},"title":"Python","description":"${'Go, Java. '.repeat(50)}"}`,
  );
  const { answers, exitCode } = await run(`${lines.join('\n')}\n`);
  expect(exitCode).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual(lines.map((_, id) => id));
});

test('a reader that closes early ends the program without an error', async () => {
  const child = spawn('node', [join(import.meta.dirname, 'stdin.ts')]);
  const closed = once(child, 'close');
  child.stdin.on('error', () => {});
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.end('{"id":1,"text":"Python"}\n'.repeat(50_000));
  expect(await text(child.stderr)).toBe('');
  expect((await closed)[0]).toBe(0);
});
