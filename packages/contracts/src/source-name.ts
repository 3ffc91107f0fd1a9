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

/**
 * The source of the postings of a file that says none: its name without its endings. That of the made-up sample is
 * reserved.
 */
export const sourceOfFile = (fileName: string): string => {
  const name =
    sourceNameOf(fileName.replace(/^.*[\\/]/, '').replace(/(\.[a-z0-9]{1,7}){1,2}$/i, '')) ?? 'file';
  return name === 'sample' ? 'sample-file' : name;
};
