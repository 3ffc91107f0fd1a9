import { assertPublicHost, createAgent, createGuardedAgent, openAddress } from '@skillstream/boards';
import { messageOf } from '@skillstream/errors';
import { CliError } from '../terminal/cli-error.ts';
import { printable } from '../terminal/printable.ts';
import { shownAddress } from './input-name.ts';
import type { InputPart } from './parts.ts';

/** The largest file that is fetched, in bytes. */
const MOST_BYTES = 16_000_000_000;
const BEGINS_WITHIN_MS = 30_000;
const SILENT_MS = 60_000;
/** A load of the largest file takes hours. */
const MOST_MS = 12 * 3_600_000;
const ZIP = Buffer.from('PK\x03\x04', 'latin1');

async function* noZip(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const block of blocks) {
    if (first && block.subarray(0, ZIP.length).equals(ZIP))
      throw new CliError('is a zip, which is not read from an address: fetch it, and load the file');
    first = false;
    yield block;
  }
}

/**
 * Opens a file at an address. Where addresses of one's own network are not allowed, a host is refused whose address is
 * not public: also behind a redirect, and looked at where the connection is made.
 * @returns it as the one file to load, its length (0 where that is not known), and `close`, to be called at the end
 * @throws CliError with the reason
 */
export const openAddressInput = async (address: URL, allowPrivate: boolean) => {
  const over = new AbortController();
  const timeouts = { bodyTimeout: SILENT_MS };
  const dispatcher = allowPrivate ? createAgent(timeouts) : createGuardedAgent(timeouts);
  const close = async (): Promise<void> => {
    over.abort();
    await dispatcher.destroy();
  };
  try {
    const { bytes, blocks } = await openAddress(address, {
      ...{
        dispatcher,
        userAgent: 'skillstream/0.1 (load)',
        maxBytes: MOST_BYTES,
        timeoutMs: BEGINS_WITHIN_MS,
      },
      assertHost: allowPrivate ? () => {} : assertPublicHost,
      signal: AbortSignal.any([over.signal, AbortSignal.timeout(MOST_MS)]),
    });
    const part: InputPart = { name: null, share: 1, open: async () => noZip(blocks) };
    return { bytes: bytes ?? 0, part, close };
  } catch (error) {
    await close();
    throw new CliError(
      `cannot fetch ${printable(shownAddress(address), 1000)}: ${printable(messageOf(error), 1000)}`,
    );
  }
};
