import { postingText } from '../tagging/posting-tags.ts';
import type { Skill, Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Names } from './names.ts';
import { createAskedFor, type Reading } from './readers.ts';
import { add, compare, none, type Counts } from './score.ts';
import type { System } from './systems.ts';

/** The text of a posting that is tagged. */
export type Posting = { title: string; description: string; organization: string | null };

/** The results of a system on labelled postings. */
type Measured = {
  all: Counts;
  byCategory: Map<string, Counts>;
  bySkill: Map<string, Counts>;
  /** Words that do not name a skill in their context: how many of each kind, and how many were wrongly tagged. */
  traps: Record<TrapKind, { seen: number; taken: string[] }>;
};

/**
 * The kind of a word that does not name a skill in its context: an ordinary word ("go to market"); an area that is
 * mentioned but not required ("our mission is machine learning"); or the name of a customer, a partner or the
 * employer.
 */
type TrapKind = 'words' | 'areas' | 'names';

const trapKindOf = ({ forms: [first] }: Skill): TrapKind =>
  first!.ambiguous === undefined ? 'names' : first!.ambiguous === 'topic' ? 'areas' : 'words';

const UNKNOWN = 'not in the taxonomy';

/** Compares a system's tags with the labels of each posting; each skill counts once for each posting. */
export const measure = (
  system: System,
  labels: readonly Reading[],
  postings: ReadonlyMap<string, Posting>,
  names: Names,
  taxonomy: Taxonomy,
): Measured => {
  const skills = new Map(taxonomy.skills.map((skill) => [skill.id, skill]));
  const askedFor = createAskedFor(names, taxonomy);
  const measured: Measured = {
    ...{ all: none, byCategory: new Map(), bySkill: new Map() },
    traps: { words: { seen: 0, taken: [] }, areas: { seen: 0, taken: [] }, names: { seen: 0, taken: [] } },
  };
  const count = (counts: Map<string, Counts>, key: string, more: Counts) =>
    counts.set(key, add(counts.get(key) ?? none, more));

  for (const label of labels) {
    const { id, traps } = label;
    const posting = postings.get(id)!;
    const expected = askedFor(label);
    const text = postingText(posting);
    const found = new Set(system.find(text, posting.organization).map(({ name }) => names(name)));
    measured.all = add(measured.all, compare(expected, found));
    for (const one of new Set([...expected, ...found])) {
      const counts = compare(
        new Set([one].filter((x) => expected.has(x))),
        new Set([one].filter((x) => found.has(x))),
      );
      count(measured.bySkill, one, counts);
      count(measured.byCategory, skills.get(one)?.category ?? UNKNOWN, counts);
    }
    for (const trap of traps.map(names)) {
      const skill = skills.get(trap);
      if (!skill || expected.has(trap)) continue;
      const kind = measured.traps[trapKindOf(skill)];
      kind.seen += 1;
      if (found.has(trap)) kind.taken.push(trap);
    }
  }
  return measured;
};
