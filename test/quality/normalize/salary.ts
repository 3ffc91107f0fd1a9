import type { Salary } from '@skillstream/contracts';
import { mapAshby } from '../../../packages/files/src/known/ashby.ts';
import { countryOfField } from '../../../services/ingestion/src/canonical/country.ts';
import { salaryInText, salaryInWords } from '../../../services/ingestion/src/canonical/salary-in-text.ts';
import { toPlainText } from '../../../services/ingestion/src/canonical/html-to-text.ts';
import { ashbyRows } from './ashby-rows.ts';
import { emptyScore, scoreRow } from './score.ts';

/**
 * The salary of the Ashby rows whose text and structured salary both stand. `exact`: both ends, currency and period
 * are equal; `rounded`: they are once the structured ends are rounded as the text prints them (its "123.5K" is 123,450
 * or 123,549); `described`: what the description alone gives, beside the structured salary of the same rows.
 */
export const measureSalary = async () => {
  const [exact, rounded, described] = [emptyScore(), emptyScore(), emptyScore()];
  for await (const row of ashbyRows()) {
    const { salary: given } = mapAshby(row);
    if (!row.salaryText || given?.min === undefined || given.max === undefined) continue;
    const country = countryOfField(row.country ?? '');
    const known: Salary = { ...given, min: given.min, max: given.max };
    const { salaryText = '' } = mapAshby({ ...row, salary: null });
    const ours = salaryInWords(salaryText, country)?.salary ?? null;
    scoreRow(exact, salaryWords(known), ours && salaryWords(ours));
    scoreRow(rounded, salaryWords(known, row.salaryText), ours && salaryWords(ours, row.salaryText));
    const fromDescription = salaryInText(toPlainText(row.description) ?? '', country)?.salary ?? null;
    scoreRow(described, salaryWords(known), fromDescription && salaryWords(fromDescription));
  }
  return { exact, rounded, described };
};

/** A pay as one word to compare; `text`: rounded as this text prints its ends. */
export const salaryWords = ({ min, max, currency, period }: Salary, text = ''): string => {
  // A text prints thousands with one decimal, hundred thousands ("L") and millions with one, and others in full.
  const step = /\dM/.test(text) ? 1e5 : /\dL/.test(text) ? 1e4 : /\dK/.test(text) ? 100 : 0;
  const ends = [min, max].map((end) => (step === 0 || end === null ? end : Math.round(end / step) * step));
  return [...ends, currency, period].join(' ');
};
