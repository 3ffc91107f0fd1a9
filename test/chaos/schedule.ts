import { createRandom, type Random } from '../../packages/cli/src/sample/random.ts';

/** What is done to whom. Numbers of brokers are 1 to 3, of replicas 1 and 2. */
export type Fault =
  | { what: 'stop broker' | 'kill broker' | 'pause broker'; broker: number; forMs: number }
  | { what: 'move leaders' }
  | { what: 'kill service' | 'pause service'; service: string; replica: number; forMs: number }
  /** Whichever replica of ingestion publishes at that moment. */
  | { what: 'pause relay'; forMs: number }
  | { what: 'kill redis' | 'kill mongo'; forMs: number }
  /** In the middle of the next write: the client sees an error, or its connection is cut. */
  | { what: 'step down mongo'; when: 'before' | 'after'; seen: number | 'cut' }
  | { what: 'lose mongo’s majority'; forMs: number }
  | { what: 'cut mongo’s connections' | 'flush redis' };

/** Brokers have a lane of their own, so that their faults meet those of everything else. */
export type Track = 'brokers' | 'rest';
/** One fault, after a pause of `afterMs` since the one before it in its lane was over. */
export type Step = { track: Track; afterMs: number; fault: Fault };

/** Past the sessions of brokers and consumers (6 s) and the relay's lease (5 s), so that somebody takes over. */
const AWAY_MS = { least: 8_000, most: 11_000 };
const SHORT_MS = { least: 200, most: 3_000 };

const between = (random: Random, { least, most }: { least: number; most: number }): number =>
  Math.round(least + random.next() * (most - least));

const brokerFaults = (random: Random): Fault[] => {
  const [first, second, third] = random.shuffle([1, 2, 3]) as [number, number, number];
  return [
    { what: 'stop broker', broker: first, forMs: between(random, SHORT_MS) },
    { what: 'kill broker', broker: second, forMs: between(random, SHORT_MS) },
    { what: 'pause broker', broker: third, forMs: between(random, AWAY_MS) },
    { what: 'move leaders' },
    { what: 'move leaders' },
  ];
};

const otherFaults = (random: Random): Fault[] => {
  const replica = () => random.pick([1, 2]);
  const service = (name: string): Fault => ({
    what: 'kill service',
    service: name,
    replica: replica(),
    forMs: between(random, SHORT_MS),
  });
  const stepDown = (when: 'before' | 'after', seen: (number | 'cut')[]): Fault => ({
    what: 'step down mongo',
    when,
    seen: random.pick(seen),
  });
  const pause = (name: string): Fault => ({
    what: 'pause service',
    service: name,
    replica: replica(),
    forMs: between(random, AWAY_MS),
  });
  return [
    ...['ingestion', 'tagging', 'analytics'].map(service),
    // The gateway keeps nothing: one is enough.
    { ...service('gateway'), replica: 1 } as Fault,
    // Zombies: they wake up when what they had belongs to another.
    ...['tagging', 'analytics'].map(pause),
    { what: 'pause relay', forMs: between(random, AWAY_MS) },
    { what: 'pause relay', forMs: between(random, AWAY_MS) },
    { what: 'flush redis' },
    { what: 'kill redis', forMs: between(random, SHORT_MS) },
    { what: 'kill mongo', forMs: between(random, SHORT_MS) },
    stepDown('before', [10107, 91, 'cut']),
    stepDown('after', [189, 11602, 64, 'cut']),
    { what: 'lose mongo’s majority', forMs: between(random, SHORT_MS) },
    { what: 'cut mongo’s connections' },
  ];
};

/**
 * The faults of a run: the same seed gives the same steps, and more rounds begin with those of fewer. A round has
 * every kind of fault in an order of its own, and takes a minute and a half.
 */
export const schedule = (seed: number, rounds: number): Step[] => {
  const random = createRandom(seed);
  const steps: Step[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const tracks: [Track, Fault[]][] = [
      ['brokers', random.shuffle(brokerFaults(random))],
      ['rest', random.shuffle(otherFaults(random))],
    ];
    for (const [track, faults] of tracks)
      for (const fault of faults) steps.push({ track, afterMs: between(random, SHORT_MS), fault });
  }
  return steps;
};

/** A step as a line for people: `brokers +1200 ms: kill broker {"broker":2,"forMs":900}`. */
export const describeStep = ({ track, afterMs, fault: { what, ...more } }: Step): string =>
  `${track} +${afterMs} ms: ${what} ${JSON.stringify(more)}`;
