/** Looks up, for each partition, the first offset whose record was written at a time or later (ms since 1970). */
export type OffsetsAt = (timeMs: number) => Promise<ReadonlyMap<number, number>>;

type Bracket = { partitions: readonly number[]; newestMs: number; oldestMs: number };

const FIRST_AGE_MS = 1000;
/** A week: what waits for longer is reported as a week old. */
export const OLDEST_AGE_MS = 7 * 24 * 3_600_000;

/** Whether an age is known well enough: to a second, or to a twentieth of it. */
const isExact = ({ newestMs, oldestMs }: Bracket, nowMs: number): boolean =>
  newestMs - oldestMs <= Math.max(1000, (nowMs - newestMs) / 20);

/** Splits partitions by whether their next record was written at that time or later. */
const splitAt = async (
  bracket: Bracket,
  timeMs: number,
  next: ReadonlyMap<number, number>,
  at: OffsetsAt,
) => {
  const offsets = await at(timeMs);
  const isLater = (partition: number) => (offsets.get(partition) ?? 0) <= next.get(partition)!;
  const [later, earlier] = [
    bracket.partitions.filter(isLater),
    bracket.partitions.filter((p) => !isLater(p)),
  ];
  return [
    { partitions: later, newestMs: bracket.newestMs, oldestMs: timeMs },
    { partitions: earlier, newestMs: timeMs, oldestMs: bracket.oldestMs },
  ].filter(({ partitions }) => partitions.length > 0);
};

/**
 * When the next record of each partition was written, in ms since 1970, to a second or a twentieth of its age: found
 * by halving, since Kafka finds offsets by time and not times by offset, and a writer may not read its topic. One
 * lookup serves all partitions, so records of about the same age cost together what one of them costs.
 * @param next the offset of the next record of each partition; where a marker or a gap is there, the age found may be
 *   that of what was written before
 */
export const writtenSince = async (
  next: ReadonlyMap<number, number>,
  nowMs: number,
  at: OffsetsAt,
): Promise<Map<number, number>> => {
  const found = new Map<number, number>();
  let ageMs = FIRST_AGE_MS;
  const open: Bracket[] =
    next.size > 0 ? [{ partitions: [...next.keys()], newestMs: nowMs, oldestMs: -Infinity }] : [];
  while (open.length > 0) {
    const bracket = open.pop()!;
    if (isExact(bracket, nowMs)) {
      for (const partition of bracket.partitions) found.set(partition, bracket.oldestMs);
      continue;
    }
    const isOpenEnded = bracket.oldestMs === -Infinity;
    if (isOpenEnded && ageMs >= OLDEST_AGE_MS) {
      for (const partition of bracket.partitions) found.set(partition, nowMs - OLDEST_AGE_MS);
      continue;
    }
    if (isOpenEnded) ageMs = Math.min(ageMs * 2, OLDEST_AGE_MS);
    const timeMs = isOpenEnded ? nowMs - ageMs : Math.round((bracket.newestMs + bracket.oldestMs) / 2);
    open.push(...(await splitAt(bracket, timeMs, next, at)));
  }
  return found;
};
