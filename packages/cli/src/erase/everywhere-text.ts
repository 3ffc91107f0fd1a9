import type { Erasure, ErasurePreview } from '@skillstream/contracts';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { table } from '../terminal/tables.ts';
import { goneText, unmigratedText } from './erase-text.ts';
import type { OfSource } from './for-each-source.ts';

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** What would be erased, source by source: those that hold the text, and those of which it is not known. */
export const planText = (
  plan: readonly OfSource<ErasurePreview>[],
  matching: string,
  dryRun: boolean,
): string => {
  const held = plan.filter((one) => 'reason' in one || one.found.postings > 0 || !one.found.complete);
  const rows = held.map((one) => {
    if ('reason' in one) return [one.source, '?', one.reason];
    const { postings, complete, examples } = one.found;
    return [one.source, `${complete ? '' : 'at least '}${count(postings)}`, examples.join(', ')];
  });
  const found = plan.flatMap((one) => ('found' in one ? [one.found] : []));
  const isAll = found.length === plan.length && found.every(({ complete }) => complete);
  const postings = `${isAll ? '' : 'at least '}${counted(sumOf(found.map((one) => one.postings)), 'posting')}`;
  const where = `${counted(held.length, 'source')} of ${count(plan.length)}`;
  return [
    `${dryRun ? 'would erase' : 'to erase'}: ${postings} with "${printable(matching, 60)}" of ${where}, ` +
      'and the dead letters with it of all',
    ...(rows.length > 0 ? [table(['source', 'postings', 'such as'], rows, [1])] : []),
  ].join('\n');
};

/** What was erased, source by source. */
export const resultsText = (results: readonly OfSource<Erasure>[]): string => {
  const rows = results.map((one) =>
    'reason' in one
      ? [one.source, '', '', `failed: ${one.reason}`]
      : [one.source, count(one.found.erased), count(one.found.letters), 'done'],
  );
  const ended = results.flatMap((one) => ('found' in one ? [one.found] : []));
  const [erased, letters, unmigrated] = (['erased', 'letters', 'unmigrated'] as const).map((field) =>
    sumOf(ended.map((one) => one[field])),
  ) as [number, number, number];
  return [
    table(['source', 'postings', 'dead letters', 'erased'], rows, [1, 2]),
    `${counted(erased, 'posting')} and ${counted(letters, 'dead letter')} of ${counted(ended.length, 'source')} erased`,
    ...goneText(erased, letters),
    ...unmigratedText(unmigrated),
  ].join('\n');
};
