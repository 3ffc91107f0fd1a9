import type {
  CompareResult,
  CompareSkillsResult,
  PairsResult,
  PayQuantiles,
  SalariesResult,
  SkillSalaryResult,
} from '@skillstream/contracts';
import { monthRows } from './month-rows.ts';
import { count, percent, points } from './numbers.ts';
import { header, measuredCells, table } from './tables.ts';
import { inUnit, totalsText, unitOf } from './units.ts';

const pairsHead = ['share', '95 % interval', 'lift', '95 % interval'];

/** The skills that occur with one, as text. */
export const pairsTable = (response: PairsResult): string => {
  const unit = unitOf(response);
  const beside = `beside ${response.skillId} in ${inUnit(response.count, unit)}`;
  const title = header(response, `${beside} of ${totalsText(response, response.population)}`);
  if (response.pairs.length === 0) return `${title}\nno skill stands beside it in these`;
  const rows = response.pairs.map((pair) => [
    pair.skillId,
    ...measuredCells(pair),
    `× ${pair.lift.toFixed(2)}`,
    pair.liftLow === undefined || pair.liftHigh === undefined
      ? '–'
      : `${pair.liftLow.toFixed(2)} – ${pair.liftHigh.toFixed(2)}`,
  ]);
  return `${title}\n${table(['skill', unit, ...pairsHead], rows, [1, 2, 3, 4, 5])}`;
};

const dollars = (value: number | null) => (value === null ? '–' : count(Math.round(value)));
const payHead = ['', 'stated', '10 %', '25 %', 'median', '95 % interval', '75 %', '90 %'];
const payRow = (name: string, pay: PayQuantiles): string[] => {
  const { medianLow = null, medianHigh = null } = pay;
  const interval = medianLow === null ? '–' : `${dollars(medianLow)} – ${dollars(medianHigh)}`;
  return [
    ...[name, count(pay.count)],
    ...[...[pay.p10, pay.p25, pay.median].map(dollars), interval, ...[pay.p75, pay.p90].map(dollars)],
  ];
};
// Read from a sketch, whose buckets are as wide: an answer looks exact to the dollar, and is not.
const accuracy = 'each figure is within 1 % of a pay that was stated, in steps of about 2 %';
const payTable = (rows: string[][]) => `${table(payHead, rows, [1, 2, 3, 4, 5, 6, 7])}\n${accuracy}`;

type Stated = Pick<PayQuantiles, 'count' | 'postings' | 'jobs'>;

/** How many state a pay. */
const statedBy = (response: Pick<SalariesResult, 'counted'>, stated: Stated): string =>
  `stated by ${totalsText({ ...stated, counted: response.counted }, stated.count)}`;
const together = ({ count: one, postings, jobs }: Stated, other: Stated): Stated => {
  const sum = { count: one + other.count };
  if (postings === undefined || jobs === undefined) return sum;
  return { ...sum, postings: postings + (other.postings ?? 0), jobs: jobs + (other.jobs ?? 0) };
};

/** Pay with a skill and without, as text. */
export const skillSalaryTable = (response: SkillSalaryResult): string => {
  const { skillId, with: own, without } = response;
  const what = `US dollars a year with ${skillId} and without, ${statedBy(response, together(own, without))}`;
  return `${header(response, what)}\n${payTable([payRow('with', own), payRow('without', without)])}`;
};

/** Pay by group, as text. */
export const salariesTable = (response: SalariesResult): string =>
  `${header(response, `US dollars a year by ${response.by}, ${statedBy(response, response.all)}`)}\n${payTable(
    [
      payRow('all', response.all),
      ...response.groups.map((group) => payRow(group.name, group)),
      ...(response.skills ?? []).map((skill) => payRow(skill.skillId, skill)),
    ],
  )}`;

// What both sides have in common: all but what they differ in, which their names say.
const filterOfBoth = ({ by, a }: CompareResult) => ({
  ...a.filter,
  ...(by === 'period' ? { from: undefined, to: undefined } : { [by]: undefined }),
});

/** Two groups side by side, as text. */
export const compareTable = (response: CompareResult): string => {
  const { a, b, skills } = response;
  const unit = unitOf(response);
  const [ofA, ofB] = [a, b].map((side) => totalsText({ ...side, counted: unit }, side.population));
  const sides = `${a.name} (${ofA}) and ${b.name} (${ofB})`;
  const title = header({ ...response, filter: filterOfBoth(response) }, sides);
  const rows = skills.map((skill) => [
    skill.skillId,
    percent(skill.a.share),
    percent(skill.b.share),
    points(skill.difference),
    `${points(skill.low)} – ${points(skill.high)}`,
  ]);
  return `${title}\n${table(['skill', a.name, b.name, 'difference', '95 % interval'], rows, [1, 2, 3, 4])}`;
};

/** Two skills side by side, as text: shares, pay, and the months. */
export const compareSkillsTable = (response: CompareSkillsResult): string => {
  const { a, b, months } = response;
  const shares = [a, b].map((side) => [side.skillId, ...measuredCells(side)]);
  const byMonth = monthRows(
    months,
    (one) => [one.month, percent(one.a.share), percent(one.b.share)],
    (name) => [name, percent(null), percent(null)],
  );
  return [
    header(response, `${a.skillId} and ${b.skillId} in ${totalsText(response, a.population)}`),
    table(['skill', unitOf(response), 'share', '95 % interval'], shares, [1, 2, 3]),
    payTable([a, b].map((side) => payRow(side.skillId, side.pay))),
    table(['month', a.skillId, b.skillId], byMonth, [1, 2]),
  ].join('\n\n');
};
