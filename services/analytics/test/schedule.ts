export type Actor = { turn: () => Promise<void>; quiet: boolean; dead: () => boolean };

/** Seeded numbers (mulberry32): the same schedule for the same seed. */
const randomOf = (seed: number) => {
  let state = seed | 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
};

/**
 * Runs concurrent actors one step at a time, in an order that the seed decides. A dead actor never gets another step:
 * it stops between two steps, as a killed process does.
 */
export const createTurns = (seed: number) => {
  const random = randomOf(seed);
  const waiting = new Map<Actor, () => void>();
  const running = new Set<Actor>();
  let failure: unknown = null;
  let changed: () => void = () => undefined;

  const settled = async () => {
    while ([...running].some((actor) => !waiting.has(actor)))
      await new Promise<void>((resolve) => (changed = resolve));
    if (failure) throw failure;
  };
  const endDead = () => {
    for (const actor of [...running]) {
      if (!actor.dead()) continue;
      waiting.delete(actor);
      running.delete(actor);
    }
  };
  const step = async () => {
    await settled();
    endDead();
    const ready = [...waiting.keys()];
    if (ready.length === 0) return;
    const actor = ready[random(ready.length)]!;
    const go = waiting.get(actor)!;
    waiting.delete(actor);
    go();
    await settled();
  };
  return {
    random,
    endDead,
    actor: (dead: () => boolean): Actor => {
      const actor: Actor = {
        quiet: false,
        dead,
        turn: () =>
          new Promise<void>((resolve) => {
            waiting.set(actor, resolve);
            changed();
          }),
      };
      return actor;
    },
    run: (actor: Actor, body: () => Promise<void>): void => {
      running.add(actor);
      void body()
        .catch((error: unknown) => (failure ??= error))
        .finally(() => {
          running.delete(actor);
          changed();
        });
    },
    steps: async (count: number): Promise<void> => {
      for (let i = 0; i < count; i += 1) await step();
    },
    /** Steps until every live actor has had nothing to do for many rounds, so that zombies have run, too. */
    untilQuiet: async (): Promise<void> => {
      for (let quiet = 0; quiet < 60;) {
        await step();
        quiet = [...running].every((actor) => actor.quiet) ? quiet + 1 : 0;
      }
    },
  };
};
