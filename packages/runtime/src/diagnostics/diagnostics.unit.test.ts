import { describe, expect, test } from '@jest/globals';
import { processState } from '@skillstream/contracts';
import { createDiagnostics } from './diagnostics.ts';

const profile = { nodes: [], startTime: 0, endTime: 1 };
const held = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { release: resolve, tool: async () => (await promise, profile) };
};

describe('of one process', () => {
  test('one thing is taken at a time, whatever it is, and the next once that is over', async () => {
    const { release, tool } = held();
    const diagnostics = createDiagnostics({
      ...{ sampleCpu: tool, writeDownHeap: async () => [Buffer.of(1)] },
      heapUsedBytes: () => 1e6,
      availableBytes: () => Infinity,
    });
    const first = diagnostics.cpu(1);
    const refused = {
      code: 'conflict',
      message: 'A CPU profile of this process is being taken already',
    };
    await expect(diagnostics.cpu(1)).rejects.toMatchObject(refused);
    await expect(diagnostics.heap()).rejects.toMatchObject(refused);
    expect(diagnostics.state().running).toBe('cpu');
    release();
    expect(await first).toBe(profile);
    expect(diagnostics.state().running).toBeNull();
    expect(await diagnostics.heap()).toEqual([Buffer.of(1)]);
  });

  test('a profile that fails does not keep the next one out', async () => {
    let times = 0;
    const diagnostics = createDiagnostics({
      sampleCpu: async () => {
        if ((times += 1) === 1) throw new Error('no session');
        return profile;
      },
    });
    await expect(diagnostics.cpu(1)).rejects.toThrow('no session');
    expect(await diagnostics.cpu(1)).toBe(profile);
  });

  test('a snapshot that would not fit into memory is not begun', async () => {
    let begun = false;
    const diagnostics = createDiagnostics({
      writeDownHeap: async () => ((begun = true), []),
      heapUsedBytes: () => 50e6,
      availableBytes: () => 1e6,
    });
    await expect(diagnostics.heap()).rejects.toMatchObject({
      ...{ code: 'unprocessable', message: expect.stringMatching(/may need \d+ MB, and 1 MB are left/) },
    });
    expect(begun).toBe(false);
    expect(diagnostics.state()).toMatchObject({ running: null, snapshot: { refusal: expect.any(String) } });
  });

  test('memory and the cost of a snapshot are told as the contract has them', () => {
    const state = createDiagnostics().state();
    expect(processState.parse(state)).toEqual(state);
    expect(state.spaces.length).toBeGreaterThan(3);
  });
});
