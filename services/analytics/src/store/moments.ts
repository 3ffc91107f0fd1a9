import type { AnsweredFrom } from '@skillstream/contracts';
import { isRetryable } from '@skillstream/runtime';
import { seriesOf, type Series } from '../views/series.ts';
import type { FormerViews } from './former-views.ts';
import { positionName } from './position-name.ts';
import type { RedisViewStore } from './redis-view-store.ts';

type Views = Pick<RedisViewStore, 'marks' | 'names' | 'views' | 'pairs'>;
/** What was read of one partition at one moment: fields by the name of their view. */
type ReadViews = { position: number; views: [name: string, fields: Map<string, string>][] };
/** Reads of one partition what a question wants. */
export type ReadPartition = (views: Views, partition: number, series: Series) => Promise<ReadViews>;
/** Views by name, added up over the partitions. */
export type MergedViews = Map<string, Map<string, number>>;

/** Reads views by their names. */
export const byName =
  (namesIn: (series: Series) => string[]): ReadPartition =>
  async (views, partition, series) => {
    const names = namesIn(series);
    const found = await views.views(partition, names);
    return { position: found.position, views: names.map((name, i) => [name, found.views[i]!]) };
  };

/** The views as they stood at a vector of positions. */
type Moment = {
  readAtMs: number;
  version: string;
  live: boolean;
  positions: number[];
  series: Series[];
  /** What was read at this moment and is kept, by what was asked. */
  kept: Map<string, Promise<unknown>>;
};

type Held = {
  version: string;
  views: Views;
  former: Pick<FormerViews, 'seenMs'>;
};

export type MomentsDeps = {
  store: () => Held | null;
  partitions: () => Promise<number>;
  now: () => number;
  maxAgeMs?: number;
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

// Owners look at their partitions once a second. One that the form before was seen in much later has an owner of the
// release before, and this form of it stands still.
const FAR_LATER_MS = 5000;
const isCountedElsewhere = (seenMs: number, elsewhereMs: number | null): boolean =>
  elsewhereMs !== null && elsewhereMs - seenMs > FAR_LATER_MS;

const addTo = (merged: MergedViews, name: string, more: Map<string, string>) => {
  let fields = merged.get(name);
  if (!fields) merged.set(name, (fields = new Map()));
  for (const [field, n] of more) fields.set(field, (fields.get(field) ?? 0) + Number(n));
};

/** Reads views at moments that are at most a second old and named by their positions. */
export const createMoments = ({ store, partitions, now, maxAgeMs = 1000 }: MomentsDeps) => {
  let moment: Moment | null = null;
  let reading: Promise<Moment> | null = null;

  // Between the marks and the names Redis may have been flushed: the position that stands beside the names tells.
  const readMoment = async ({ version, views, former }: Held): Promise<Moment> => {
    const all = Array.from({ length: await partitions() }, (_, partition) => partition);
    const marks = await Promise.all(all.map((partition) => views.marks(partition)));
    const seenElsewhere = await Promise.all(all.map((partition) => former.seenMs(partition)));
    const before = moment?.version.startsWith(`${version}-`) ? moment : null;
    const read = await Promise.all(
      all.map(async (partition) => {
        const position = marks[partition]?.position;
        // Names change with the position alone.
        if (before && position !== undefined && position === before.positions[partition])
          return { position, series: before.series[partition]! };
        const found = await views.names(partition);
        return { position: found.position, series: seriesOf(found.names) };
      }),
    );
    const positions = read.map(({ position }) => position);
    const live = marks.every(
      (mark, i) =>
        mark?.live && positions[i]! >= mark.position && !isCountedElsewhere(mark.seenMs, seenElsewhere[i]!),
    );
    const name = positionName(version, positions);
    const kept = moment?.version === name ? moment.kept : new Map<string, Promise<unknown>>();
    return {
      readAtMs: now(),
      version: name,
      live,
      positions,
      series: read.map(({ series }) => series),
      kept,
    };
  };

  /** The moment that questions are answered at now; null while the views are being built. */
  const present = async (): Promise<{ moment: Moment; views: Views } | null> => {
    const held = store();
    if (!held) return null;
    if (!moment || now() - moment.readAtMs >= maxAgeMs || !moment.version.startsWith(`${held.version}-`)) {
      reading ??= readMoment(held).finally(() => (reading = null));
      moment = await reading;
    }
    return moment.live ? { moment, views: held.views } : null;
  };

  // Views that fell back behind the moment (flushed, failed over) hold less than its name says: null.
  const merge = async (
    { series, positions }: Moment,
    views: Views,
    readPartition: ReadPartition,
  ): Promise<MergedViews | null> => {
    const merged: MergedViews = new Map();
    let fellBack = false;
    await Promise.all(
      series.map(async (one, partition) => {
        const found = await readPartition(views, partition, one);
        if (found.position < positions[partition]!) fellBack = true;
        for (const [name, fields] of found.views) addTo(merged, name, fields);
      }),
    );
    return fellBack ? null : merged;
  };

  const read = async <T>(
    readPartition: ReadPartition,
    shape: (views: MergedViews) => T,
    keepAs?: string,
  ): Promise<{ found: T; answeredFrom: AnsweredFrom } | null> => {
    const held = await present();
    if (!held) return null;
    const { kept, version, live } = held.moment;
    let merging = keepAs === undefined ? undefined : (kept.get(keepAs) as Promise<T | null> | undefined);
    if (!merging) {
      merging = merge(held.moment, held.views, readPartition).then((merged) => merged && shape(merged));
      if (keepAs !== undefined) {
        kept.set(keepAs, merging);
        const forget = () => kept.delete(keepAs);
        merging.then((found) => found ?? forget(), forget);
      }
    }
    const found = await merging;
    return found && { found, answeredFrom: { model: 'views', caughtUp: live, viewVersion: version } };
  };

  return {
    /**
     * The views that a question wants, each partition's at one moment, added up and shaped.
     * @param keepAs keeps what was shaped as long as the moment holds; for what many ask, since it stays in memory
     * @returns null while the views are being built, or Redis is away
     */
    read: <T>(readPartition: ReadPartition, shape: (views: MergedViews) => T, keepAs?: string) =>
      nullWhileAway(() => read(readPartition, shape, keepAs)),
    /** The name of the moment that questions are answered at now; null while there is none. */
    version: () => nullWhileAway(async () => (await present())?.moment.version ?? null),
  };
};

export type Moments = ReturnType<typeof createMoments>;
