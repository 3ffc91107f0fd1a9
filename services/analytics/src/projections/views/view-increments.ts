import { originOf } from '@skillstream/contracts';
import { pairedSkills } from './paired-skills.ts';
import { bucketOf } from './sketch.ts';
import type { Counted } from './contribution-codec.ts';
import * as names from './names.ts';
import { slicesOf } from './slices.ts';

/** Increments by view (its name, without the partition's prefix) and field. */
export type ViewIncrements = Map<string, Map<string, number>>;
type Counting = Extract<Counted, { retracted: false }> & { month: string };
const hasMonth = (c: Extract<Counted, { retracted: false }>): c is Counting => c.month !== null;
type Sign = 1 | -1;

const fieldsOf = (increments: ViewIncrements, view: string): Map<string, number> => {
  let fields = increments.get(view);
  if (!fields) increments.set(view, (fields = new Map()));
  return fields;
};

const add = (fields: Map<string, number>, field: string, n: number) => {
  const sum = (fields.get(field) ?? 0) + n;
  if (sum === 0) fields.delete(field);
  else fields.set(field, sum);
};

/** Counts a posting in a field, and a duplicate in the field beside it as well. */
const addPosting = (fields: Map<string, number>, field: string, { duplicate }: Counting, sign: Sign) => {
  add(fields, field, sign);
  if (duplicate) add(fields, names.duplicatesField(field), sign);
};

const addDemand = (increments: ViewIncrements, c: Counting, sign: Sign) => {
  const counted = [
    names.POPULATION,
    ...c.skills.map(names.skillField),
    ...c.categories.map(names.categoryField),
  ];
  for (const slice of slicesOf(c)) {
    const fields = fieldsOf(increments, names.demandKey(c.month, originOf(c.source), slice));
    for (const field of counted) addPosting(fields, field, c, sign);
  }
};

const addPairs = (increments: ViewIncrements, c: Counting, sign: Sign) => {
  const { source, month, skills } = c;
  const [year, origin] = [names.yearOf(month), originOf(source)];
  const singles = fieldsOf(increments, names.singlesKey(year, origin));
  addPosting(singles, names.POPULATION, c, sign);
  for (const skill of skills) addPosting(singles, names.skillField(skill), c, sign);
  const pairs = fieldsOf(increments, names.pairsKey(year, origin));
  const paired = pairedSkills(skills);
  paired.forEach((first, i) => {
    for (let j = i + 1; j < paired.length; j += 1)
      addPosting(pairs, names.pairField(first, paired[j]!), c, sign);
  });
};

const addPay = (increments: ViewIncrements, c: Counting, sign: Sign) => {
  const { source, month, role, skills, salaryUsd } = c;
  if (!salaryUsd) return;
  const [year, origin] = [names.yearOf(month), originOf(source)];
  const field = names.payField(role, bucketOf(salaryUsd));
  for (const rest of [names.ALL, ...skills.map(names.withSkill)])
    addPosting(fieldsOf(increments, names.salariesKey(year, origin, rest)), field, c, sign);
};

const addContribution = (increments: ViewIncrements, c: Counted, sign: Sign) => {
  // A retracted posting counts nowhere: its tombstone may be gone from the log when the views are rebuilt.
  if (c.retracted) return;
  const { postings, versions } = names.ledgerFields(c.source);
  const ledger = fieldsOf(increments, names.LEDGER_KEY);
  add(ledger, postings, sign);
  add(ledger, versions, sign * c.version);
  // The ledger counts postings; the list of sources counts jobs as well.
  if (c.duplicate) add(ledger, names.duplicatesField(postings), sign);
  if (!hasMonth(c)) return;
  addDemand(increments, c, sign);
  addPairs(increments, c, sign);
  addPay(increments, c, sign);
  const categories = fieldsOf(increments, names.CATEGORIES_KEY);
  c.skills.forEach((skill, i) => add(categories, names.inCategoryField(skill, c.skillCategories[i]!), sign));
};

/**
 * Returns what a run of events changes: each event subtracts its posting's present contribution and adds its own.
 * @param present the contributions before the first event
 */
export const incrementsOf = (
  events: { postingId: string; contribution: Counted }[],
  present: Map<string, Counted>,
): { increments: ViewIncrements; contributions: Map<string, Counted> } => {
  const increments: ViewIncrements = new Map();
  const contributions = new Map<string, Counted>();
  for (const { postingId, contribution } of events) {
    const before = contributions.get(postingId) ?? present.get(postingId);
    if (before) addContribution(increments, before, -1);
    addContribution(increments, contribution, 1);
    contributions.set(postingId, contribution);
  }
  return { increments, contributions };
};

/** Number of fields that change. */
export const incrementCount = (increments: ViewIncrements): number =>
  [...increments.values()].reduce((sum, fields) => sum + fields.size, 0);
