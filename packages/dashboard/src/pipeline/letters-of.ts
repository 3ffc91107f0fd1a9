import type { PipelineService } from '@skillstream/contracts';

/** A replica's letter, by its name: short enough to stand on each partition. */
export type Letters = ReadonlyMap<string, string>;

const letterAt = (index: number): string => {
  const [before, last] = [Math.floor(index / 26), String.fromCodePoint(65 + (index % 26))];
  return before === 0 ? last : letterAt(before - 1) + last;
};

/** Letters of the replicas of a service in the order in which they started, so that one that joins moves none. */
export const lettersOf = ({ replicas }: Pick<PipelineService, 'replicas'>): Letters => {
  const startOf = ({ snapshot }: PipelineService['replicas'][number]) => snapshot?.startedAt ?? '9';
  const byStart = replicas.toSorted((a, b) => {
    const [one, other] = [startOf(a), startOf(b)];
    if (one === other) return a.replica < b.replica ? -1 : 1;
    return one < other ? -1 : 1;
  });
  return new Map(byStart.map(({ replica }, index) => [replica, letterAt(index)]));
};
