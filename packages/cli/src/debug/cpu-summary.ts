import { z } from 'zod';

const frame = z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() });
/** What is read of a `.cpuprofile`; line numbers begin with 0. */
export const cpuProfile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: frame })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
export type CpuProfile = z.infer<typeof cpuProfile>;

/** V8's own names for what is no function: nothing to do, garbage collection, and its own code. */
const notFunctions = { '(idle)': 'idle', '(garbage collector)': 'garbage', '(program)': 'program' } as const;
type Apart = (typeof notFunctions)[keyof typeof notFunctions];

type SelfTime = { name: string; place: string; seconds: number };
export type CpuSummary = Record<Apart, number> & { seconds: number; samples: number; functions: SelfTime[] };

const placeOf = ({ url, lineNumber }: z.infer<typeof frame>): string => {
  if (url === '') return 'V8';
  return `${url.replace(/^file:\/\//, '')}:${lineNumber + 1}`;
};

/**
 * Where the time of a profile went: self times, which is the time in a function's own code without what it calls.
 * @returns seconds in all, of what is no function, and of each function, the longest first
 */
export const cpuSummary = ({ nodes, samples, timeDeltas }: CpuProfile): CpuSummary => {
  const secondsOf = new Map<number, number>();
  samples.forEach((id, i) =>
    // V8 may take a sample for earlier than the one before.
    secondsOf.set(id, (secondsOf.get(id) ?? 0) + Math.max(0, timeDeltas[i] ?? 0) / 1e6),
  );
  const sums = { idle: 0, garbage: 0, program: 0 };
  const functions = new Map<string, SelfTime>();
  for (const { id, callFrame } of nodes) {
    const seconds = secondsOf.get(id) ?? 0;
    const { functionName } = callFrame;
    if (functionName in notFunctions) {
      sums[notFunctions[functionName as keyof typeof notFunctions]] += seconds;
      continue;
    }
    const place = placeOf(callFrame);
    const key = `${functionName} ${place}`;
    const known = functions.get(key);
    const name = functionName === '' ? '(anonymous)' : functionName;
    functions.set(key, { name, place, seconds: (known?.seconds ?? 0) + seconds });
  }
  const all = [...functions.values()].filter(({ seconds }) => seconds > 0);
  return {
    ...sums,
    seconds: [...secondsOf.values()].reduce((sum, one) => sum + one, 0),
    samples: samples.length,
    functions: all.sort((a, b) => b.seconds - a.seconds),
  };
};
