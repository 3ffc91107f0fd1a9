/** A text and its UTF-16 code units. */
export type Source = { text: string; units: Uint16Array };

/**
 * The units of a text as numbers. `charCodeAt` would do, but as soon as any module of the process has a class that
 * extends String (ioredis has one), V8 reads units three times as slowly for good; numbers do not care.
 */
export const sourceOf = (text: string): Source => {
  const units = new Uint16Array(text.length);
  // Every processor that Node runs on here keeps the low byte first, as this encoding does.
  Buffer.from(units.buffer).write(text, 'utf16le');
  return { text, units };
};
