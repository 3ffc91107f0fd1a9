// Nobody writes longer ones. V8 hashes texts above some 16,000 characters by their length alone, so a thousand
// such paths would collide, and each be compared with the others to its end.
const MOST_CHARS = 500;

/** The way to a value within another, `company.name`, cut at 500 characters: all below a cut one are the same. */
export const pathBelow = (parent: string, name: string): string => {
  if (parent.length > MOST_CHARS) return parent;
  const path = parent === '' ? name : `${parent}.${name}`;
  // Joined, since a slice of a text keeps all of it in memory.
  return path.length > MOST_CHARS ? [...path.slice(0, MOST_CHARS), '…'].join('') : path;
};
