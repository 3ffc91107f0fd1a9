import { expect, test } from '@jest/globals';
import { cpuSummary, type CpuProfile } from './cpu-summary.ts';
import { cpuText } from './text.ts';

const node = (id: number, functionName: string, url = '', lineNumber = 0) => ({
  ...{ id, callFrame: { functionName, url, lineNumber } },
});
const profile: CpuProfile = {
  nodes: [
    node(1, '(root)'),
    node(2, '(idle)'),
    node(3, '(garbage collector)'),
    node(4, 'tag', 'file:///app/tagger.ts', 9),
    // The same function, called from another place.
    node(5, 'tag', 'file:///app/tagger.ts', 9),
    node(6, '', 'file:///app/x.ts', 0),
  ],
  samples: [2, 4, 5, 3, 6, 4],
  timeDeltas: [4e6, 1e6, 2e6, 1e6, 5e5, -1000],
};

test('self times are summed by function wherever it was called from, apart from what is no function', () => {
  expect(cpuSummary(profile)).toEqual({
    ...{ seconds: 8.5, samples: 6, idle: 4, garbage: 1, program: 0 },
    functions: [
      { name: 'tag', place: '/app/tagger.ts:10', seconds: 3 },
      { name: '(anonymous)', place: '/app/x.ts:1', seconds: 0.5 },
    ],
  });
});

test('the text says how busy the thread was, and by what', () => {
  const text = cpuText(cpuSummary(profile));
  expect(text).toContain('busy 52.9 %, of it garbage collection 11.8 %');
  expect(text).toMatch(/3\.00 s\s*│\s*35\.3 %\s*│\s*tag\s*│\s*\/app\/tagger\.ts:10/);
});

test('of a process that did nothing it says so', () => {
  const idle = { ...profile, samples: [2, 2], timeDeltas: [1e6, 1e6] };
  expect(cpuText(cpuSummary(idle))).toMatch(/idle 100\.0 %\nno function ran$/);
  expect(cpuText(cpuSummary({ ...profile, samples: [], timeDeltas: [] }))).toContain('idle –');
});

test('what a function is called cannot move the cursor', () => {
  const evil = {
    ...profile,
    nodes: [node(4, 'a\u001b[2Jb', 'file:///x\u0007')],
    samples: [4],
    timeDeltas: [1e6],
  };
  expect(cpuText(cpuSummary(evil))).not.toMatch(/(?!\n)\p{Cc}/u);
});
