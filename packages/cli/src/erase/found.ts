import type { Finding, Found } from './finding.ts';

/** Of each kind of finding so many places are named; the others are counted. */
const MOST_NAMED = 20;

const timeOf = ({ until }: Finding): string => (until instanceof Date ? until.toISOString() : until);
const kindOf = ({ what, until }: Finding): string => `${what} ${until instanceof Date ? 'dated' : until}`;

/** The later of two times by which text is gone. */
export const later = (a: Found['goneBy'], b: Found['goneBy']): Found['goneBy'] => {
  if (a === 'unbounded' || b === 'unbounded') return 'unbounded';
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
};

/** Gathers what is found in a place, in memory that does not grow with how much it is. */
export const createFound = () => {
  const named = new Map<string, Finding & { count: number }>();
  const ofKind = new Map<string, number>();
  const others = new Map<string, number>();
  let summary: Omit<Found, 'findings' | 'others'> = { count: 0, overdue: false, named: false, goneBy: null };

  const place = (finding: Finding): void => {
    const key = JSON.stringify([finding.place, finding.what, timeOf(finding), finding.note]);
    const known = named.get(key);
    const kind = kindOf(finding);
    if (known) known.count += 1;
    else if ((ofKind.get(kind) ?? 0) < MOST_NAMED) {
      named.set(key, { ...finding, count: 1 });
      ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
    } else others.set(finding.what, (others.get(finding.what) ?? 0) + 1);
  };
  return {
    add: (finding: Finding): void => {
      const { what, until, byWords = false } = finding;
      const text = what === 'text';
      summary = {
        count: summary.count + 1,
        overdue: summary.overdue || (text && until === 'overdue'),
        named: summary.named || !byWords,
        goneBy: text ? later(summary.goneBy, until instanceof Date ? until : 'unbounded') : summary.goneBy,
      };
      place(finding);
    },
    found: (): Found => ({ findings: [...named.values()], others: Object.fromEntries(others), ...summary }),
  };
};

/** What was found, all at once. */
export const foundOf = (findings: Iterable<Finding>): Found => {
  const found = createFound();
  for (const one of findings) found.add(one);
  return found.found();
};
