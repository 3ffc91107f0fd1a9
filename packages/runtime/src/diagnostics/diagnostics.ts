import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';
import type { ProcessState } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { replicaName } from '../replica-name.ts';
import { sampleCpu, type CpuProfile } from './cpu-profile.ts';
import { writeDownHeap } from './heap-snapshot.ts';
import { snapshotCost } from './snapshot-cost.ts';

const doing = { cpu: 'A CPU profile', heap: 'A heap snapshot' };

/** What is measured and taken of this process; tests put other things in their place. */
export type DiagnosticTools = {
  sampleCpu: (durationMs: number, signal?: AbortSignal) => Promise<CpuProfile>;
  writeDownHeap: () => Promise<Buffer[]>;
  heapUsedBytes: () => number;
  availableBytes: () => number;
};

/** Profiles and snapshots of this process, one at a time: each makes the other show the profiler, not the service. */
export const createDiagnostics = ({
  heapUsedBytes = () => getHeapStatistics().used_heap_size,
  availableBytes = () => process.availableMemory(),
  ...given
}: Partial<DiagnosticTools> = {}) => {
  const take = { sampleCpu, writeDownHeap, ...given };
  let running: ProcessState['running'] = null;
  const alone = async <T>(kind: 'cpu' | 'heap', work: () => Promise<T>): Promise<T> => {
    if (running !== null)
      throw appError('conflict', `${doing[running]} of this process is being taken already`);
    running = kind;
    try {
      return await work();
    } finally {
      running = null;
    }
  };
  const cost = () => snapshotCost(heapUsedBytes(), availableBytes());
  return {
    state: (): ProcessState => {
      const { heap_size_limit: heapLimitBytes } = getHeapStatistics();
      const { rss: residentBytes, external: externalBytes } = process.memoryUsage();
      return {
        ...{ replica: replicaName(), node: process.version, uptimeSeconds: Math.round(process.uptime()) },
        memory: {
          ...{ residentBytes, heapLimitBytes, externalBytes },
          ...{ heapUsedBytes: heapUsedBytes(), availableBytes: availableBytes() },
        },
        spaces: getHeapSpaceStatistics().map(({ space_name: name, space_used_size, space_size }) => ({
          ...{ name, usedBytes: space_used_size, sizeBytes: space_size },
        })),
        ...{ snapshot: cost(), running },
      };
    },
    /** @throws SkillstreamError `conflict` while anything else is taken */
    cpu: (seconds: number, signal?: AbortSignal): Promise<CpuProfile> =>
      alone('cpu', () => take.sampleCpu(seconds * 1000, signal)),
    /** @throws SkillstreamError `conflict`, and `unprocessable` where the process could not bear it */
    heap: (): Promise<Buffer[]> =>
      alone('heap', async () => {
        const { refusal } = cost();
        if (refusal !== null) throw appError('unprocessable', refusal);
        return take.writeDownHeap();
      }),
  };
};

export type Diagnostics = ReturnType<typeof createDiagnostics>;
