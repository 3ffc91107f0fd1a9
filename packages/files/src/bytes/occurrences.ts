/** How often a character stands in bytes. @param character as text, or the byte that it is */
export const occurrences = (bytes: Buffer, character: string | number): number => {
  let times = 0;
  for (let at = bytes.indexOf(character); at !== -1; at = bytes.indexOf(character, at + 1)) times += 1;
  return times;
};
