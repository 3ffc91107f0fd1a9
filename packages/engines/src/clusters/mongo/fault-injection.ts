import type { Write } from './commands.ts';

/** An injected step-down of the primary in the middle of a write. */
export type StepDown = {
  /** Before the write is applied, or after it. */
  when: 'before' | 'after';
  /** The error code that the client receives; without one the connection is cut and there is no reply. */
  error?: number;
  /** Selects the write; without it the next one. */
  on?: (write: Write) => boolean;
};

/** Creates the state of injected faults, which every connection reads. */
export const createFaults = () => {
  const traps: { stepDown: StepDown; sprung: () => void }[] = [];
  let gate: { promise: Promise<void>; open: () => void } | null = null;
  return {
    delayMs: 0,
    halfOpen: false,
    /** Arms a step-down for a write. @returns a promise that resolves when the write has arrived */
    arm: (stepDown: StepDown): Promise<void> =>
      new Promise((sprung) => {
        traps.push({ stepDown, sprung });
      }),
    /** Returns and removes the step-down that this write triggers. */
    take: (write: Write): StepDown | null => {
      const at = traps.findIndex(({ stepDown }) => stepDown.on?.(write) ?? true);
      if (at < 0) return null;
      const [{ stepDown, sprung }] = traps.splice(at, 1) as [(typeof traps)[number]];
      sprung();
      return stepDown;
    },
    loseMajority: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate ??= { promise, open: resolve };
    },
    restoreMajority: () => {
      gate?.open();
      gate = null;
    },
    /** @returns whether there was a majority in time; without a time limit it waits for one */
    majority: async (timeoutMs: number | null): Promise<boolean> => {
      if (gate === null) return true;
      const restored = gate.promise.then(() => true);
      if (timeoutMs === null) return restored;
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, timeoutMs, false).unref());
      return Promise.race([restored, late]);
    },
    disarm: () => traps.splice(0),
  };
};

export type Faults = ReturnType<typeof createFaults>;
