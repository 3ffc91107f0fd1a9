import { url } from 'node:inspector';
import { expect, test } from '@jest/globals';
import { sampleCpu } from './cpu-profile.ts';

// Does nothing else, so that it is on top of the stack.
const spinForTheProfile = (untilMs: number): number => {
  let sum = 0;
  while (performance.now() < untilMs) sum += Math.sqrt(sum + 1);
  return sum;
};

test('a profile names the function that kept the process busy, and no port is opened for it', async () => {
  const timer = setInterval(() => spinForTheProfile(performance.now() + 20), 25);
  try {
    const { nodes, samples = [] } = await sampleCpu(400);
    const spinning = nodes.filter(({ callFrame }) => callFrame.functionName === 'spinForTheProfile');
    const ids = new Set(spinning.map(({ id }) => id));
    // How often depends on how much of the processor it got.
    expect(samples.filter((id) => ids.has(id)).length).toBeGreaterThan(0);
    expect(url()).toBeUndefined();
  } finally {
    clearInterval(timer);
  }
});

test('a caller who leaves ends it: what was sampled until then is the result', async () => {
  const left = new AbortController();
  const profile = sampleCpu(86_400_000, left.signal);
  left.abort();
  expect((await profile).nodes.length).toBeGreaterThan(0);
});
