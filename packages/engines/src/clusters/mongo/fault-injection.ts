import type { Write } from './commands.ts';

/** A primary that steps down in the middle of a write. */
export type StepDown = {
  /** Before the write is applied, or after it. */
  when: 'before' | 'after';
  /** The code that the client sees; without one the connection is cut and no reply comes. */
  error?: number;
  /** Which write; without it the next one. */
  on?: (write: Write) => boolean;
};

/** The faults that are being played, as each connection asks for them. */
export const createFaults = () => {
  const traps: { stepDown: StepDown; sprung: () => void }[] = [];
  let gate: { promise: Promise<void>; open: () => void } | null = null;
  return {
    delayMs: 0,
    halfOpen: false,
    /** Waits in ambush for a write. @returns a promise that resolves when the write came */
    arm: (stepDown: StepDown): Promise<void> =>
      new Promise((sprung) => {
        traps.push({ stepDown, sprung });
      }),
    /** The trap that this write springs. */
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
    /** @returns whether there was a majority in time; without a time it waits for one */
    majority: async (timeoutMs: number | null): Promise<boolean> => {
      if (gate === null) return true;
      const there = gate.promise.then(() => true);
      if (timeoutMs === null) return there;
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, timeoutMs, false).unref());
      return Promise.race([there, late]);
    },
    disarm: () => traps.splice(0),
  };
};

export type Faults = ReturnType<typeof createFaults>;
