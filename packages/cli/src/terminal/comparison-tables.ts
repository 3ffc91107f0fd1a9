import type {
  CompareResult,
  CompareSkillsResult,
  PairsResult,
  PayQuantiles,
  SalariesResult,
  SkillSalaryResult,
} from '@skillstream/contracts';
import { count, counted, percent, points } from './numbers.ts';
import { header, measuredCells, table } from './tables.ts';

const pairsHead = ['skill', 'postings', 'share', '95 % interval', 'lift', '95 % interval'];

/** The skills that occur with one, as text. */
export const pairsTable = (response: PairsResult): string => {
  const title = header(response, `beside ${response.skillId} in ${counted(response.count, 'posting')}`);
  if (response.pairs.length === 0) return `${title}\nno skill stands beside it in these`;
  const rows = response.pairs.map((pair) => [
    pair.skillId,
    ...measuredCells(pair),
    `× ${pair.lift.toFixed(2)}`,
    pair.liftLow === undefined || pair.liftHigh === undefined
      ? '–'
      : `${pair.liftLow.toFixed(2)} – ${pair.liftHigh.toFixed(2)}`,
  ]);
  return `${title}\n${table(pairsHead, rows, [1, 2, 3, 4, 5])}`;
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
const payTable = (rows: string[][]) => table(payHead, rows, [1, 2, 3, 4, 5, 6, 7]);

/** Pay with a skill and without, as text. */
export const skillSalaryTable = (response: SkillSalaryResult): string =>
  `${header(response, `US dollars a year with ${response.skillId} and without, in postings`)}\n${payTable([
    payRow('with', response.with),
    payRow('without', response.without),
  ])}`;

/** Pay by group, as text. */
export const salariesTable = (response: SalariesResult): string =>
  `${header(response, `US dollars a year by ${response.by}, in postings`)}\n${payTable([
    payRow('all', response.all),
    ...response.groups.map((group) => payRow(group.name, group)),
    ...(response.skills ?? []).map((skill) => payRow(skill.skillId, skill)),
  ])}`;

// What both sides have in common: all but what they differ in, which their names say.
const filterOfBoth = ({ by, a }: CompareResult) => ({
  ...a.filter,
  ...(by === 'period' ? { from: undefined, to: undefined } : { [by]: undefined }),
});

/** Two groups side by side, as text. */
export const compareTable = (response: CompareResult): string => {
  const { a, b, skills } = response;
  const sides = `${a.name} (${counted(a.population, 'posting')}) and ${b.name} (${count(b.population)})`;
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
  const byMonth = months.map((one) => [one.month, percent(one.a.share), percent(one.b.share)]);
  return [
    header(response, `${a.skillId} and ${b.skillId} in ${counted(a.population, 'posting')}`),
    table(['skill', 'postings', 'share', '95 % interval'], shares, [1, 2, 3]),
    payTable([a, b].map((side) => payRow(side.skillId, side.pay))),
    table(['month', a.skillId, b.skillId], byMonth, [1, 2]),
  ].join('\n\n');
};
