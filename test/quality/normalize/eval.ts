// `npm run eval:normalize` prints how often what ingestion derives is what the rows of the shared files say in fields
// of their own, which are hidden from it. `-- --write` keeps the figures, below which a test does not let them fall.
import { figuresOf, writeFigures } from './figures.ts';
import { measureAll } from './measure.ts';
import { shareOf, type Score } from './score.ts';

const say = (line = '') => void process.stdout.write(`${line}\n`);
const percent = (part: number, all: number) => `${(shareOf(part, all) * 100).toFixed(1)} %`.padStart(7);
const row = (name: string, { rows, right, wrong, unknown }: Score) =>
  say(
    `${name.padEnd(46)} ${percent(right, rows)} of ${rows}: ${right} right, ${wrong} wrong, ${unknown} unknown`,
  );
const list = (pairs: Array<[string, number]>) =>
  say(`  ${pairs.map(([pair, rows]) => `${pair} ${rows}`).join(', ')}`);

const print = async (): Promise<void> => {
  const measured = await measureAll();
  const { salary, country, employment, hn, labels, second } = measured;
  say('Ashby: the text of the salary beside the structured salary of the same row');
  row('all four equal', salary.exact);
  row('all four equal, ends as the text rounds them', salary.rounded);
  row('the description alone, all four equal', salary.described);
  say('\nAshby: the country by the location alone');
  row('rows with a known country', country.all);
  row('those whose location names a place', country.named);
  list(country.confusions);
  say('\nAshby: the employment type by the words alone; boards say full-time by default');
  row('rows', employment.score);
  list(employment.confusions);
  const { flagged, derived, both, hybrid, onsite } = hn.remote;
  say('\nHacker News: words alone beside the flag `remote` (false says nothing) and the country');
  say(`${'flagged and called remote (recall)'.padEnd(46)} ${percent(both, flagged)} of ${flagged}`);
  say(`${'called remote and flagged (precision)'.padEnd(46)} ${percent(both, derived)} of ${derived}`);
  say(`  flagged and called hybrid ${hybrid}, onsite ${onsite}`);
  row('country', hn.country);
  list(hn.confusions);
  say();
  for (const { field, ours, readers } of labels) {
    row(`${field}, beside the first reader`, ours);
    row(`${field}, the second reader beside the first`, readers);
  }
  say('\n120 more postings; country, salary and employment type by the words alone');
  for (const { field, ours } of second) row(field, ours);
  if (process.argv.includes('--write')) writeFigures(figuresOf(measured));
};

try {
  await print();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
