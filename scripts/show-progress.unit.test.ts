import { expect, test } from '@jest/globals';
import { showProgress } from './show-progress.js';

/** What a stream is written while some seconds pass. */
const written = (isTTY: boolean, forSeconds: number) => {
  const texts: string[] = [];
  let nowMs = 5_000;
  let stopped = false;
  let timer = { ms: 0, then: () => {} };
  const clock = {
    nowMs: () => nowMs,
    every: (ms: number, then: () => void) => {
      timer = { ms, then };
      return () => void (stopped = true);
    },
  };
  const stop = showProgress({ write: (text) => texts.push(text), isTTY }, 'installing', clock);
  for (const endMs = nowMs + forSeconds * 1_000; nowMs + timer.ms <= endMs;) {
    nowMs += timer.ms;
    timer.then();
  }
  return { texts, took: stop(), stopped };
};

test('a terminal has one line, written over each second and gone at the end', () => {
  const clear = '\r\u001b[2K';
  expect(written(true, 2)).toEqual({
    texts: [`${clear}installing, 0 s`, `${clear}installing, 1 s`, `${clear}installing, 2 s`, clear],
    took: '2 s',
    stopped: true,
  });
});

test('a file or a pipe gets a plain line every ten seconds', () => {
  expect(written(false, 29)).toEqual({
    texts: ['installing, 10 s\n', 'installing, 20 s\n'],
    took: '20 s',
    stopped: true,
  });
});
