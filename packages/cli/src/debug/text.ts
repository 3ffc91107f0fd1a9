import type { ProcessState } from '@skillstream/contracts';
import { count, counted, duration, megabytes, percent } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';
import type { CpuSummary } from './cpu-summary.ts';
import type { HeapSummary } from './heap-summary.ts';

const MOST_ROWS = 15;
const seconds = (value: number) => `${value.toFixed(2)} s`;

/** A CPU profile as text: how busy the thread was, and the functions that took the most time of their own. */
export const cpuText = (summary: CpuSummary): string => {
  const share = (part: number) => percent(summary.seconds > 0 ? part / summary.seconds : null);
  const busy = summary.seconds - summary.idle;
  const title =
    `${seconds(summary.seconds)} in ${counted(summary.samples, 'sample')}: busy ${share(busy)}, ` +
    `of it garbage collection ${share(summary.garbage)} and V8 itself ${share(summary.program)}; idle ${share(summary.idle)}`;
  if (summary.functions.length === 0) return `${title}\nno function ran`;
  const rows = summary.functions
    .slice(0, MOST_ROWS)
    .map((one) => [seconds(one.seconds), share(one.seconds), one.name, one.place]);
  return `${title}\n${table(['self', 'share', 'function', 'place'], rows, [0, 1])}`;
};

/** A heap snapshot as text: the constructors whose objects hold the most memory. */
export const heapText = (summary: HeapSummary): string => {
  const rows = summary.classes
    // The root holds everything, which says nothing.
    .filter(({ name }) => name !== '' && name !== '(synthetic)')
    .slice(0, MOST_ROWS)
    .map((one) => [megabytes(one.retainedBytes), megabytes(one.selfBytes), count(one.count), one.name]);
  return (
    `${counted(summary.objects, 'object')}, ${megabytes(summary.bytes)}\n` +
    table(['retained', 'self', 'objects', 'constructor'], rows, [0, 1, 2])
  );
};

/** The memory of a process as text. */
export const stateText = ({ replica, node, uptimeSeconds, memory, spaces }: ProcessState): string => {
  const { residentBytes, heapUsedBytes, heapLimitBytes, externalBytes, availableBytes } = memory;
  const rows = spaces
    .filter(({ sizeBytes }) => sizeBytes > 0)
    .map(({ name, usedBytes, sizeBytes }) => [name, megabytes(usedBytes), megabytes(sizeBytes)]);
  return (
    `${replica}, Node ${node}, up for ${duration(uptimeSeconds)}: ${megabytes(residentBytes)} resident, ` +
    `${megabytes(availableBytes)} left\n` +
    `heap ${megabytes(heapUsedBytes)} of at most ${megabytes(heapLimitBytes)}, ` +
    `${megabytes(externalBytes)} of buffers beside it\n` +
    table(['space of the heap', 'used', 'size'], rows, [1, 2])
  );
};

/** What a heap snapshot will cost, said before it is taken. */
export const costText = ({ snapshot, memory }: ProcessState): string =>
  `a heap snapshot stands the process still, for some ${duration(Math.ceil(snapshot.pauseMs / 1000))} on an idle core and ` +
  `several times that on a busy one, and needs up to ${megabytes(snapshot.needBytes)} of memory of ` +
  `${megabytes(memory.availableBytes)}. A consumer that stands still longer than its session loses its partitions; ` +
  'nothing is lost or counted twice for it';
