/** Whether the text at `start` has the letters of the spelling in the same case; blanks and hyphens may differ. */
export function sameCase(text: string, start: number, spelling: string): boolean {
  for (let i = 0; i < spelling.length; i++) {
    const written = text[start + i]!;
    if (written !== spelling[i] && written.toLowerCase() !== written.toUpperCase()) return false;
    if (written !== spelling[i] && spelling[i]!.toLowerCase() !== spelling[i]!.toUpperCase()) return false;
  }
  return true;
}
