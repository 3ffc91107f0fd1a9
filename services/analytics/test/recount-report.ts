/** A posting as the recount reads it: plain, without any store. */
export type KnownPosting = {
  country: string | null;
  workplace: string;
  skills: string[];
  categories: string[];
  salaryUsd: number | null;
};

type Names = { skills?: string[]; categories?: string[]; workplaces?: string[] };
type Condition = Names & { allOf?: Names[] };
type WrittenClaim = { id: string; share?: Condition; pay?: Condition; among?: Condition; parts?: Names };
/** A report as its YAML file holds it. */
export type WrittenReport = { regions?: Record<string, string[]>; claims: WrittenClaim[] };

const has = (posting: KnownPosting, names: Names) => {
  const wanted = new Set([
    ...(names.skills ?? []).map((name) => `s:${name}`),
    ...(names.categories ?? []).map((name) => `c:${name}`),
    ...(names.workplaces ?? []).map((name) => `w:${name}`),
  ]);
  const held = [
    ...posting.skills.map((name) => `s:${name}`),
    ...posting.categories.map((name) => `c:${name}`),
    `w:${posting.workplace}`,
  ];
  return held.some((name) => wanted.has(name));
};
const meets = (posting: KnownPosting, condition: Condition) =>
  condition.allOf
    ? condition.allOf.filter((names) => has(posting, names)).length === condition.allOf.length
    : has(posting, condition);

const middle = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
};
const payOf = (postings: KnownPosting[]) => {
  const pays = postings.map(({ salaryUsd }) => salaryUsd ?? 0).filter((pay) => pay > 0);
  return { count: pays.length, median: pays.length < 20 ? null : middle(pays) };
};

/**
 * Recounts a report's claims: a filter over the whole list for each number. It shares only the format of the file with
 * the service, so that a bug there shows as a difference.
 */
export const recountReport = (report: WrittenReport, postings: KnownPosting[]) =>
  report.claims.map(({ id, share, pay, among, parts = {} }) => {
    const about = among ? postings.filter((posting) => meets(posting, among)) : postings;
    const counted = (names: Names) => about.filter((posting) => has(posting, names)).length;
    if (share)
      return {
        id,
        share: { population: about.length, count: about.filter((posting) => meets(posting, share)).length },
        parts: Object.entries(parts).flatMap(([kind, names]) =>
          names.map((name) => ({ name, population: about.length, count: counted({ [kind]: [name] }) })),
        ),
      };
    return {
      id,
      pay: Object.entries(report.regions ?? {}).map(([region, countries]) => {
        const there = about.filter(({ country }) => countries.some((code) => code === country));
        return {
          region,
          population: there.length,
          with: payOf(there.filter((posting) => meets(posting, pay!))),
          without: payOf(there.filter((posting) => !meets(posting, pay!))),
        };
      }),
    };
  });
