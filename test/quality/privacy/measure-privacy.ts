import { existsSync, readFileSync } from 'node:fs';
import { toPlainText } from '../../../services/ingestion/src/canonical/html-to-text.ts';
import { createMask } from '../../../services/ingestion/src/privacy/create-mask.ts';
import { maskKinds, type MaskKind } from '../../../services/ingestion/src/privacy/mask.ts';
import { dataFile } from '../data-folder.ts';
import { readLines } from '../read-lines.ts';
import { isLeft, plantedAt, plantedOtherwiseAt, type Planted } from './planted.ts';

type Row = {
  source: string;
  sourceId: string;
  company?: string;
  title?: string;
  description?: string;
  html?: string;
};
/** What somebody found by reading: how often each kind occurs; mentions are of people who do not answer. */
type Labels = Record<string, Record<MaskKind | 'mention', number>>;
/** In how many texts something was masked; and where somebody read, how much was right, missed and wrong. */
type Found = { texts: number; right: number; missed: number; wrong: number };
type Share = { of: number; missed: number };

const files = ['ashby-2025-10.jsonl.gz', 'hn-2013-2018.jsonl.gz'];
const SLOT = /<(?:EMAIL|PHONE)>/g;
const labelsFile = new URL('labels.json', import.meta.url);

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const plainOf = (row: Row, text: string): string => toPlainText(text, row.html ? 'html' : 'text') ?? '';

const noneYet = (): Record<Planted['kind'], Share> => ({
  email: { of: 0, missed: 0 },
  phone: { of: 0, missed: 0 },
});

/**
 * Measures the masks on the real postings. Their contacts were taken out before we got them, and a mark stands in
 * each place: made-up ones are planted there, so the words around them are real.
 * @returns of the planted ones how many were not masked; how much was masked in the texts as they are; and by kind,
 *   against counts made by reading, what is right, missed and wrong
 */
export const measurePrivacy = async () => {
  const labels = existsSync(labelsFile) ? (JSON.parse(readFileSync(labelsFile, 'utf8')) as Labels) : {};
  const [planted, plantedOtherwise] = [noneYet(), noneYet()];
  const found = Object.fromEntries(
    maskKinds.map((kind) => [kind, { texts: 0, right: 0, missed: 0, wrong: 0 }]),
  ) as Record<MaskKind, Found>;
  let [texts, slots, labelled] = [0, 0, 0];

  for (const file of files)
    for await (const row of readLines<Row>(dataFile('postings', file))) {
      texts += 1;
      const given = row.description ?? row.html ?? '';
      const context = { country: null, organization: row.company ?? '', title: row.title ?? '' };
      for (const [shares, contactAt] of [
        [planted, plantedAt],
        [plantedOtherwise, plantedOtherwiseAt],
      ] as const) {
        let slot = slots;
        const put: Planted[] = [];
        const filled = given.replace(SLOT, () => {
          const one = contactAt((slot += 1));
          put.push(one);
          return row.html ? escaped(one.text) : one.text;
        });
        const masked = createMask(context).text(plainOf(row, filled));
        for (const one of put) {
          shares[one.kind].of += 1;
          if (isLeft(one, masked)) shares[one.kind].missed += 1;
        }
      }
      slots += given.match(SLOT)?.length ?? 0;
      const mask = createMask(context);
      mask.text(plainOf(row, given));
      const read = labels[`${row.source}.${row.sourceId}`];
      labelled += read ? 1 : 0;
      for (const kind of maskKinds) {
        const [one, count] = [found[kind], mask.masked[kind]];
        one.texts += count > 0 ? 1 : 0;
        if (!read) continue;
        one.right += Math.min(count, read[kind]);
        one.missed += Math.max(0, read[kind] - count);
        one.wrong += Math.max(0, count - read[kind] - (kind === 'name' ? read.mention : 0));
      }
    }
  return { texts, planted, plantedOtherwise, labelled, found };
};
