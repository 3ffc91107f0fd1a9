import type { Erasure, ErasurePreview } from '@skillstream/contracts';
import { counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';

const chosenBy = (matching: string | undefined): string =>
  matching === undefined ? '' : ` with "${printable(matching, 60)}"`;

/** What would be erased, as one line. */
export const previewText = (
  { source, postings, complete, examples }: ErasurePreview,
  matching: string | undefined,
): string => {
  const what = `${complete ? '' : 'at least '}${counted(postings, 'posting')} of ${source}${chosenBy(matching)}`;
  return examples.length === 0 ? what : `${what}, such as ${examples.map((id) => printable(id)).join(', ')}`;
};

/** What an erasure does at present, for a line of progress. */
export const phaseText: Record<Erasure['phase'], string> = {
  postings: 'erasing',
  readers: 'counting',
  letters: 'letters',
};

/** What is to be known of text that was erased; none where nothing was. */
export const goneText = (erased: number, letters: number): string[] =>
  erased + letters > 0
    ? [
        'their text is gone from the stores; the log drops it when it is compacted: erase --prove ID says by when',
      ]
    : [];

/** What is to be done for letters in topics of an earlier release; none where there are none. */
export const unmigratedText = (unmigrated: number): string[] =>
  unmigrated > 0
    ? [`the text of ${counted(unmigrated, 'dead letter')} stays until: skillstream dlq migrate`]
    : [];

/** What was done, as lines. */
export const endText = ({ source, erased, letters, unmigrated }: Erasure): string =>
  [
    `${counted(erased, 'posting')} of ${source} and ${counted(letters, 'dead letter')} erased`,
    ...goneText(erased, letters),
    ...unmigratedText(unmigrated),
  ].join('\n');
