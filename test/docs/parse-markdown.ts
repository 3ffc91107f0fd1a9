/** A fenced block: its info string split into language and attributes, its lines, and the line it begins on. */
export type Fence = { language: string; attributes: Record<string, string>; lines: string[]; line: number };
type ProseLine = { text: string; line: number };
export type Markdown = { fences: Fence[]; prose: ProseLine[] };

const FENCE = /^(\s*)(`{3,})(.*)$/;

const fenceOf = (info: string, line: number): Fence => {
  const [language = '', ...rest] = info.trim().split(/\s+/);
  const attributes = Object.fromEntries(rest.map((part) => part.split('=', 2)));
  return { language, attributes, lines: [], line };
};

/** Splits a document into its fenced blocks and all other lines; lines count from 1. */
export const parseMarkdown = (text: string): Markdown => {
  const fences: Fence[] = [];
  const prose: ProseLine[] = [];
  let open: { fence: Fence; ticks: string } | null = null;
  for (const [i, line] of text.split('\n').entries()) {
    const found = FENCE.exec(line);
    if (open && found && found[2] === open.ticks && found[3]!.trim() === '') open = null;
    else if (open) open.fence.lines.push(line);
    else if (found) {
      open = { fence: fenceOf(found[3]!, i + 1), ticks: found[2]! };
      fences.push(open.fence);
    } else prose.push({ text: line, line: i + 1 });
  }
  return { fences, prose };
};

/** The pieces of code in a line of prose, as they stand between backticks. */
export const codeSpans = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/**
 * Targets of the links in a line of prose; what stands between backticks is no link, though it may be a link's text.
 */
export const linkTargets = (text: string): string[] => {
  const withoutCode = text.replace(/`[^`]+`(\]?)/g, (_, bracket: string) => bracket);
  return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
};
