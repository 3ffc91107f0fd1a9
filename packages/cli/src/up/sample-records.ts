import type { InputRecord } from '../input/input-record.ts';
import { generateSample } from '../sample/index.ts';

export const SAMPLE_SEED = 20_260_101;
export const SAMPLE_COUNT = 2400;

/** The sample postings, the same at every start, as a file would hold them. */
export async function* sampleRecords(): AsyncGenerator<InputRecord> {
  let line = 0;
  for (const { posting } of generateSample({ seed: SAMPLE_SEED, count: SAMPLE_COUNT })) {
    line += 1;
    yield { line, bytes: Buffer.from(JSON.stringify(posting)) };
  }
}
