// `npm run eval:duplicates` prints how often postings of one job are linked, and others are not, on pairs that were
// labelled by reading. `-- --write` keeps the figures, below which a test does not let them fall.
import { linkClasses } from '@skillstream/linking';
import { figuresOf, precisionOf, recallOf, writeFigures } from './figures.ts';
import { halves } from './labels.ts';
import { measureAll } from './measure.ts';
import type { Score } from './score.ts';

const say = (line = '') => void process.stdout.write(`${line}\n`);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
const row = (name: string, score: Score) =>
  say(
    `${name.padEnd(16)} precision ${percent(precisionOf(score))}, recall ${percent(recallOf(score))}: ` +
      `${score.pairs} pairs, ${score.right} linked rightly, ${score.wrong} wrongly, ${score.missed} missed`,
  );

const print = async (): Promise<void> => {
  const measured = await measureAll();
  const { seen, all, confusion, unsure, agreement, shifted, groups, half } = measured;
  for (const name of halves) row(name, measured.halves[name]);
  say('  linked: pairs that were chosen because we link them, so that its recall says nothing');
  row('mended on', seen);
  row('all but linked', all);
  say(`  ${unsure} pairs, of which reading did not tell, are left out`);
  say('\nthe class that the reader gave, and ours');
  say(['', ...linkClasses].map((name) => name.padStart(8)).join(''));
  for (const known of linkClasses)
    say(
      [known, ...linkClasses.map((ours) => confusion[known][ours])].map((v) => `${v}`.padStart(8)).join(''),
    );
  const { pairs, alike, kappa } = agreement;
  say(`\nthe second reading as the first: ${alike} of ${pairs}, kappa ${kappa.toFixed(2)}`);
  say('\nall thresholds raised by');
  for (const { by, score } of shifted) row(by.toFixed(2).padStart(8), score);
  say(`\nAshby: ${groups.postings} postings are ${groups.jobs} jobs; ${groups.groups} of several postings`);
  say(`  the largest has ${groups.largest}; of ${groups.sameText} postings with the text of another one of`);
  say(`  their organization and country ${groups.sameTextLinked} are linked`);
  for (const { postings, comparisons } of [half, groups])
    say(`  ${(comparisons / postings).toFixed(2)} comparisons a posting with ${postings} postings`);
  if (process.argv.includes('--write')) writeFigures(figuresOf(measured));
};

try {
  await print();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
