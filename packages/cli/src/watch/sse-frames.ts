import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { CliError } from '../terminal/cli-error.ts';

/** One event of a stream of Server-Sent Events. */
export type SseFrame = { event: string; data: string };

/** A snapshot of hundreds of replicas is far below. */
const MOST_FRAME_CHARACTERS = 8 * 1024 * 1024;

/** Passes chunks on while there is a line end within the bound. @throws CliError for a line that does not end */
async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sinceLineEnd = 0;
  for await (const bytes of body) {
    const lineEnd = bytes.lastIndexOf(0x0a);
    sinceLineEnd = lineEnd < 0 ? sinceLineEnd + bytes.length : bytes.length - lineEnd - 1;
    if (sinceLineEnd > MOST_FRAME_CHARACTERS) throw new CliError('a line of the stream does not end');
    yield bytes;
  }
}

/**
 * The events of a stream, as they come; comments and events without data are left out.
 * @throws CliError for a line or an event that does not end
 */
export async function* sseFrames(body: AsyncIterable<Uint8Array>): AsyncGenerator<SseFrame> {
  const input = Readable.from(bounded(body));
  let failure: unknown = null;
  const lines = createInterface({ input, crlfDelay: Infinity });
  input.on('error', (error) => {
    failure = error;
    lines.close();
  });
  let [event, data] = ['message', ''];
  for await (const line of lines) {
    if (line.startsWith('event: ')) event = line.slice('event: '.length);
    if (line.startsWith('data: ')) data += line.slice('data: '.length);
    if (data.length > MOST_FRAME_CHARACTERS) throw new CliError('an event of the stream does not end');
    if (line !== '') continue;
    if (data !== '') yield { event, data };
    [event, data] = ['message', ''];
  }
  if (failure !== null) throw failure;
}
