import { isRetryable } from '@skillstream/runtime';
import { addView, emptyCounts, type Counts } from '../demand/counts.ts';
import type { MonthlyCounts } from '../demand/question.ts';
import { demandKey } from '../views/increments.ts';
import { positionName } from './position-name.ts';
import type { RedisViewStore } from './redis-view-store.ts';

/** The views as they stood at a vector of positions; slices are merged over the partitions when first asked for. */
type Moment = {
  readAtMs: number;
  version: string;
  live: boolean;
  positions: number[];
  monthsOf: Map<string, Set<string>>[];
  slices: Map<string, Promise<Map<string, Counts> | null>>;
};

export type ViewReaderDeps = {
  store: () => { version: string; views: RedisViewStore } | null;
  partitions: () => Promise<number>;
  now: () => number;
  maxAgeMs?: number;
};

const numbers = (fields: Map<string, string>) => new Map([...fields].map(([field, n]) => [field, Number(n)]));

// Which months each slice has views for, read off the names `demand:<month>:<slice>`.
const monthsBySlice = (names: string[]): Map<string, Set<string>> => {
  const months = new Map<string, Set<string>>();
  for (const name of names) {
    const [kind, month, ...rest] = name.split(':');
    if (kind !== 'demand') continue;
    const slice = rest.join(':');
    months.set(slice, (months.get(slice) ?? new Set()).add(month!));
  }
  return months;
};

// Redis away is no reason to say nothing: the facts answer, slower.
const nullWhileAway = async <T>(reading: () => Promise<T | null>): Promise<T | null> => {
  try {
    return await reading();
  } catch (error) {
    if (isRetryable(error)) return null;
    throw error;
  }
};

/** Reads slices through a merged copy in memory that is at most a second old and named by its positions. */
export const createViewReader = ({ store, partitions, now, maxAgeMs = 1000 }: ViewReaderDeps) => {
  let moment: Moment | null = null;
  let reading: Promise<Moment> | null = null;

  const readMoment = async (version: string, views: RedisViewStore): Promise<Moment> => {
    const all = Array.from({ length: await partitions() }, (_, partition) => partition);
    const marks = await Promise.all(all.map((partition) => views.marks(partition)));
    const positions = marks.map((mark) => mark?.position ?? -1);
    const name = positionName(version, positions);
    const readAtMs = now();
    if (moment?.version === name) return { ...moment, readAtMs, live: marks.every((mark) => mark?.live) };
    const names = await Promise.all(all.map((partition) => views.names(partition)));
    return {
      readAtMs,
      version: name,
      live: marks.every((mark) => mark?.live === true),
      positions,
      monthsOf: names.map(monthsBySlice),
      slices: new Map(),
    };
  };

  const present = async (): Promise<{ moment: Moment; views: RedisViewStore } | null> => {
    const held = store();
    if (!held) return null;
    if (!moment || now() - moment.readAtMs >= maxAgeMs || !moment.version.startsWith(`${held.version}-`)) {
      reading ??= readMoment(held.version, held.views).finally(() => (reading = null));
      moment = await reading;
    }
    return { moment, views: held.views };
  };

  // Views that fell back behind the moment (flushed, failed over) hold less than its name says: null.
  const merge = async (
    { monthsOf, positions }: Moment,
    views: RedisViewStore,
    slice: string,
  ): Promise<Map<string, Counts> | null> => {
    const merged = new Map<string, Counts>();
    let fellBack = false;
    await Promise.all(
      monthsOf.map(async (months, partition) => {
        const wanted = [...(months.get(slice) ?? [])];
        const found = await views.views(
          partition,
          wanted.map((month) => demandKey(month, slice)),
        );
        if (found.position < positions[partition]!) fellBack = true;
        wanted.forEach((month, i) => {
          let counts = merged.get(month);
          if (!counts) merged.set(month, (counts = emptyCounts()));
          addView(counts, numbers(found.views[i]!));
        });
      }),
    );
    return fellBack ? null : merged;
  };

  const read = async (slice: string, from?: string, to?: string): Promise<MonthlyCounts | null> => {
    const held = await present();
    if (!held?.moment.live) return null;
    const { slices, version } = held.moment;
    if (!slices.has(slice)) {
      const merging = merge(held.moment, held.views, slice);
      slices.set(slice, merging);
      const forget = () => slices.delete(slice);
      merging.then((found) => found ?? forget(), forget);
    }
    const merged = await slices.get(slice)!;
    if (!merged) return null;
    const months = new Map([...merged].filter(([month]) => (!from || month >= from) && (!to || month <= to)));
    return { months, answeredFrom: { model: 'views', caughtUp: held.moment.live, viewVersion: version } };
  };

  return {
    /** Counts by month of a slice; null while the views are being built, or Redis is away. */
    read: (slice: string, from?: string, to?: string) => nullWhileAway(() => read(slice, from, to)),
    /** The name of the copy that questions are answered from now; null while there is none. */
    version: () =>
      nullWhileAway(async () => {
        const held = await present();
        return held?.moment.live ? held.moment.version : null;
      }),
  };
};

export type ViewReader = ReturnType<typeof createViewReader>;
