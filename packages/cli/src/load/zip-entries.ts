import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';

const MOST_ENTRIES = 10_000;
// Text becomes a tenth, tables with much repetition a hundredth; deflate at its best a thousandth.
const MOST_RATIO = 200;
// Below this nobody minds.
const RATIO_FROM_BYTES = 10_000_000;

/** A file in a zip. `packedBytes` of the zip are it. */
export type ZipEntry = {
  name: string;
  bytes: number;
  packedBytes: number;
  open: () => Promise<AsyncIterable<Buffer>>;
};

/** Nothing is written under it, it is only shown: so one like "../../jobs.csv" is as good as any. */
const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
/** What macOS puts beside each file, and other hidden ones; a step upwards is none. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)/.test(name);
/** Every file of Office is a zip with this in it. */
const OFFICE = '[Content_Types].xml';

const checkRatio = (bytes: number, ofBytes: number, what: string): void => {
  if (bytes > RATIO_FROM_BYTES && bytes > MOST_RATIO * ofBytes)
    throw new Error(`${what} says that it becomes more than ${MOST_RATIO} times as long, which no text does`);
};

const entryOf = (zip: ZipFile, entry: Entry, name: string): ZipEntry => ({
  ...{ name, bytes: entry.uncompressedSize, packedBytes: entry.compressedSize },
  open: async () => {
    if (entry.isEncrypted()) throw new Error('it is encrypted');
    return (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
  },
});

/**
 * The files in a zip, in the order of their names. What is read of one is never more than it says to become; all
 * together may become two hundred times the zip.
 * @throws Error where it is no zip, holds more than 10,000 files, or says that it becomes too much
 */
export async function* zipEntries(path: string): AsyncGenerator<ZipEntry> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new Error(`holds ${zip.entryCount} files, of ${MOST_ENTRIES} at most`);
    const entries: ZipEntry[] = [];
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name === OFFICE) throw new Error('is a workbook or document of Office: save it as CSV');
      if (name.endsWith('/') || isHidden(name)) continue;
      bytes += entry.uncompressedSize;
      checkRatio(bytes, zip.fileSize, 'it');
      checkRatio(entry.uncompressedSize, entry.compressedSize, name);
      entries.push(entryOf(zip, entry, name));
    }
    yield* entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } finally {
    zip.close();
  }
}
