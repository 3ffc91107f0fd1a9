import type {
  CompareAnswer,
  CompareSkillsAnswer,
  PairsAnswer,
  PayQuantiles,
  SalariesAnswer,
  SkillSalaryAnswer,
} from '@skillstream/contracts';
import { count, counted, percent } from './numbers.ts';
import { header, measuredCells, table } from './tables.ts';

/** The skills beside one for people. */
export const pairsTable = (answer: PairsAnswer): string => {
  const title = header(answer, `beside ${answer.skillId} in ${counted(answer.count, 'posting')}`);
  if (answer.pairs.length === 0) return `${title}\nno skill stands beside it in these`;
  const rows = answer.pairs.map((pair) => [
    pair.skillId,
    ...measuredCells(pair),
    `× ${pair.lift.toFixed(2)}`,
  ]);
  return `${title}\n${table(['skill', 'postings', 'share', '95 % interval', 'lift'], rows, [1, 2, 3, 4])}`;
};

const dollars = (value: number | null) => (value === null ? '–' : count(Math.round(value)));
const payHead = ['', 'stated', '10 %', '25 %', 'median', '75 %', '90 %'];
const payRow = (name: string, { count: stated, p10, p25, median, p75, p90 }: PayQuantiles): string[] => [
  ...[name, count(stated)],
  ...[p10, p25, median, p75, p90].map(dollars),
];
const payTable = (rows: string[][]) => table(payHead, rows, [1, 2, 3, 4, 5, 6]);

/** Pay with a skill and without for people. */
export const skillSalaryTable = (answer: SkillSalaryAnswer): string =>
  `${header(answer, `US dollars a year with ${answer.skillId} and without, in postings`)}\n${payTable([
    payRow('with', answer.with),
    payRow('without', answer.without),
  ])}`;

/** Pay by group for people. */
export const salariesTable = (answer: SalariesAnswer): string =>
  `${header(answer, `US dollars a year by ${answer.by}, in postings`)}\n${payTable([
    payRow('all', answer.all),
    ...answer.groups.map((group) => payRow(group.name, group)),
    ...(answer.skills ?? []).map((skill) => payRow(skill.skillId, skill)),
  ])}`;

const points = (value: number | null) => (value === null ? '–' : `${value > 0 ? '+' : ''}${percent(value)}`);

/** Two groups side by side for people. */
export const compareTable = (answer: CompareAnswer): string => {
  const { a, b, skills } = answer;
  const sides = `${a.name} (${counted(a.population, 'posting')}) and ${b.name} (${count(b.population)})`;
  const title = header({ ...answer, filter: {} }, sides);
  const rows = skills.map((skill) => [
    skill.skillId,
    percent(skill.a.share),
    percent(skill.b.share),
    points(skill.difference),
    `${points(skill.low)} – ${points(skill.high)}`,
  ]);
  return `${title}\n${table(['skill', a.name, b.name, 'difference', '95 % interval'], rows, [1, 2, 3, 4])}`;
};

/** Two skills side by side for people: shares, pay, and the months. */
export const compareSkillsTable = (answer: CompareSkillsAnswer): string => {
  const { a, b, months } = answer;
  const shares = [a, b].map((side) => [side.skillId, ...measuredCells(side)]);
  const byMonth = months.map((one) => [one.month, percent(one.a.share), percent(one.b.share)]);
  return [
    header(answer, `${a.skillId} and ${b.skillId} in ${counted(a.population, 'posting')}`),
    table(['skill', 'postings', 'share', '95 % interval'], shares, [1, 2, 3]),
    payTable([a, b].map((side) => payRow(side.skillId, side.pay))),
    table(['month', a.skillId, b.skillId], byMonth, [1, 2]),
  ].join('\n\n');
};
