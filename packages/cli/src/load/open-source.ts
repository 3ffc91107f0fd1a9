import { usageError } from '../terminal/cli-error.ts';
import { addressOf } from './input-name.ts';
import { inputFiles, partsOf, type InputPart } from './parts.ts';

/** What a load reads. `bytes`: how much there is to read; 0 where that is not known. */
export type Source = { bytes: number; parts: AsyncIterable<InputPart>; close: () => Promise<void> };

async function* only(part: InputPart): AsyncGenerator<InputPart> {
  yield part;
}

/**
 * Opens what a load is to read: a path, an address, or standard input (`-`).
 * @param allowPrivate whether an address may be one of this machine or its network
 * @throws CliError where there is nothing to read
 */
export const openSource = async (argument: string, allowPrivate: boolean): Promise<Source> => {
  const address = addressOf(argument);
  if (address) {
    // An HTTP client of its own, which reading a file does without: 20 MB.
    const { openAddressInput } = await import('./address-input.ts');
    const { bytes, part, close } = await openAddressInput(address, allowPrivate);
    return { bytes, parts: only(part), close };
  }
  if (allowPrivate) throw usageError('--allow-private is for an address by http or https');
  const files = await inputFiles(argument);
  return { bytes: files.bytes, parts: partsOf(argument, files), close: async () => {} };
};
