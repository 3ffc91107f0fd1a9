import { splitLines } from '@skillstream/contracts/ndjson';
import { parseBytes, validateValue } from '../intake/validate.ts';

// For `skillstream load --dry-run`: postings as they are sent on stdin, a line each, to what would be stored of them.
const MOST_LINE_BYTES = 4 * 1024 * 1024;

for await (const lines of splitLines(process.stdin, MOST_LINE_BYTES))
  for (const { bytes } of lines) {
    const parsed = parseBytes(bytes ?? Buffer.alloc(0));
    const found = 'faults' in parsed ? parsed : validateValue(parsed.value, new Date());
    const result = 'faults' in found ? { faults: found.faults } : { posting: found.posting };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
