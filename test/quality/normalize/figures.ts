import { readFileSync, writeFileSync } from 'node:fs';
import type { Measured } from './measure.ts';
import { shareOf, type Score } from './score.ts';

/** Shares that the last measured version reached; `npm run eval:normalize -- --write` writes them. */
export type Figures = Record<string, number>;

const file = new URL('figures.json', import.meta.url);
export const readFigures = (): Figures => JSON.parse(readFileSync(file, 'utf8')) as Figures;
export const writeFigures = (figures: Figures): void =>
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);

/** The shares in a measurement that must not fall. */
export const figuresOf = ({ salary, country, employment, hn, labels, second }: Measured): Figures => ({
  salaryExact: right(salary.exact),
  salaryRounded: right(salary.rounded),
  salaryDescribed: right(salary.described),
  country: right(country.all),
  countryNamed: right(country.named),
  employmentNamed: shareOf(employment.score.right, employment.score.right + employment.score.wrong),
  hnRemoteRecall: shareOf(hn.remote.both, hn.remote.flagged),
  hnRemotePrecision: shareOf(hn.remote.both, hn.remote.derived),
  hnCountry: right(hn.country),
  ...Object.fromEntries(labels.map(({ field, ours }) => [field, right(ours)])),
  ...Object.fromEntries(second.map(({ field, ours }) => [`${field}Second`, right(ours)])),
});

const right = (score: Score): number => shareOf(score.right, score.rows);
