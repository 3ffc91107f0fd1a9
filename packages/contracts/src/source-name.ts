// Without zod, so that a page can name the source of a file.
const MOST_CHARS = 64;

/** A text as the name of a source: lower-case letters, digits and hyphens. Null where nothing of it is left. */
export const sourceNameOf = (text: string): string | null => {
  const name = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MOST_CHARS)
    .replace(/-+$/, '');
  return name === '' ? null : name;
};

// "jobs.berlin.csv" and "jobs.munich.csv" are two sources, whose ids have nothing to do with each other.
const endings = /\.[a-z0-9]{1,7}(?:\.(?:gz|zst|zip))?$/i;

/**
 * The source of the postings of a file that says none: its name without its ending, and without that of the archive
 * that it is in. The name of the made-up sample is reserved.
 */
export const sourceOfFile = (fileName: string): string => {
  const name = sourceNameOf(fileName.replace(/^.*[\\/]/, '').replace(endings, '')) ?? 'file';
  return name === 'sample' ? 'sample-file' : name;
};
