import { once } from 'node:events';
import { loadModel } from '../model/load-model.ts';
import { createTagger } from '../tagging/create-tagger.ts';
import { decodeLine, splitLines } from './lines.ts';
import { tagLine } from './tag-line.ts';
import { loadTaxonomy } from '../taxonomy/load-taxonomy.ts';

// Entry point of `skillstream tag`: NDJSON on stdin to NDJSON on stdout; an invalid line is reported on stderr and
// skipped. With --explain each line also explains the decision for every place.
const writeAboveUnits = 64 * 1024;

async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

// A reader that closes early (`| head`) is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const explained = process.argv.includes('--explain');
const tagger = createTagger(loadTaxonomy(), loadModel());
let lineNumber = 0;
let waiting = '';
for await (const line of splitLines(process.stdin)) {
  lineNumber += 1;
  try {
    const text = decodeLine(line);
    if (text.trim() !== '') waiting += `${tagLine(tagger, text, explained)}\n`;
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`line ${lineNumber}: ${(error as Error).message}\n`);
  }
  if (waiting.length > writeAboveUnits) {
    await write(waiting);
    waiting = '';
  }
}
await write(waiting);
