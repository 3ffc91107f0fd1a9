import type { HnRow } from '../../../packages/files/src/known/hn.ts';
import { dataFile } from '../data-folder.ts';
import { readLines } from '../read-lines.ts';

const FILE = 'hn-2013-2018.jsonl.gz';

/** The comments of the Hacker News file. @throws Error that says how to tell where the data is */
export const hnRows = (): AsyncGenerator<HnRow> => readLines<HnRow>(dataFile('postings', FILE));
