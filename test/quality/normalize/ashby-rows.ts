import type { AshbyRow } from '../../../packages/files/src/known/ashby.ts';
import { dataFile } from '../data-folder.ts';
import { readLines } from '../read-lines.ts';

const FILE = 'ashby-2025-10.jsonl.gz';

/** The rows of the Ashby file, as it has them. @throws Error that says how to tell where the data is */
export const ashbyRows = (): AsyncGenerator<AshbyRow> => readLines<AshbyRow>(dataFile('postings', FILE));
