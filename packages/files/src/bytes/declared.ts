/** An encoding that a document names: as it is written there, and by its usual name; null where it is not known. */
export type Declared = { label: string; encoding: string | null };

const inXml = /^<\?xml\s[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:+-]{1,40})\s{0,9}["']/i;
const inHtml = /<meta\s[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})/i;
// HTML has it within these, by its own standard.
const HTML_BYTES = 1024;

const encodingOf = (label: string): string | null => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
};

// Of UTF-16 the mark or the first letters are known by now; the other two are what a text is taken for anyway.
const SAY_NOTHING = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

/**
 * The encoding that the declaration of XML or a `meta` of HTML names.
 * @param beginning the first characters of a document, with a letter for each byte
 * @returns null where it names none, or one that has to be looked for in what follows
 */
export const declaredIn = (beginning: string, kind: 'xml' | 'html'): Declared | null => {
  const text = beginning.trimStart();
  const found = inXml.exec(text) ?? (kind === 'html' ? inHtml.exec(text.slice(0, HTML_BYTES)) : null);
  if (!found) return null;
  const label = found[1]!;
  const encoding = encodingOf(label);
  return encoding !== null && SAY_NOTHING.includes(encoding) ? null : { label, encoding };
};
