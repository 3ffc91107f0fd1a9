import type { Difference } from '@skillstream/contracts';

type Compared = { differences: Difference[]; compared: number };

/** Compares every number of one view in both directions; an absent field equals 0. */
const compareView = (
  partition: number,
  key: string,
  want: ReadonlyMap<string, number>,
  have: ReadonlyMap<string, string>,
): Compared => {
  const differences: Difference[] = [];
  const fields = new Set([...want.keys(), ...have.keys()]);
  for (const field of fields) {
    const [wanted, current] = [want.get(field) ?? 0, Number(have.get(field) ?? 0)];
    if (wanted === current) continue;
    const reported = { expected: String(wanted), found: String(current) };
    differences.push({ model: 'views', partition, key, field, ...reported });
  }
  return { differences, compared: fields.size };
};

/** Compares all views of a partition, one at a time, so that the caller can yield between two. */
export function* comparedViews(
  partition: number,
  expected: ReadonlyMap<string, Map<string, number>>,
  found: ReadonlyMap<string, Map<string, string>>,
): Generator<Compared> {
  for (const key of new Set([...expected.keys(), ...found.keys()]))
    yield compareView(partition, key, expected.get(key) ?? new Map(), found.get(key) ?? new Map());
}

/** Compares all views without yielding. */
export const compareViews = (...of: Parameters<typeof comparedViews>): Compared => {
  const all = [...comparedViews(...of)];
  return {
    differences: all.flatMap(({ differences }) => differences),
    compared: all.reduce((sum, { compared }) => sum + compared, 0),
  };
};
