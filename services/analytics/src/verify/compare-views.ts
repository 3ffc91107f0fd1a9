import type { Difference } from '@skillstream/contracts';

/** Compares every number both ways; a field that is absent and one that is 0 are the same. */
export const compareViews = (
  partition: number,
  expected: Map<string, Map<string, number>>,
  found: Map<string, Map<string, string>>,
): { differences: Difference[]; compared: number } => {
  const differences: Difference[] = [];
  let compared = 0;
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    const want = expected.get(key) ?? new Map<string, number>();
    const have = found.get(key) ?? new Map<string, string>();
    for (const field of new Set([...want.keys(), ...have.keys()])) {
      compared += 1;
      const [wanted, held] = [want.get(field) ?? 0, Number(have.get(field) ?? 0)];
      if (wanted === held) continue;
      differences.push({
        model: 'views',
        partition,
        key,
        field,
        expected: String(wanted),
        found: String(held),
      });
    }
  }
  return { differences, compared };
};
