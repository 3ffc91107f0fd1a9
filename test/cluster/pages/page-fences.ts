import { parseMarkdown } from '../../docs/parse-markdown.ts';
import { filesOf, readText } from '../../docs/project.ts';

/** The commands of a block of a page. */
export type PageFence = { page: string; lines: readonly string[] };

const ofCluster = /\b(?:helm|kubectl|kind|terraform|cluster)\b/;

/** The pages about charts and clusters. */
export const pages: readonly string[] = [
  ...filesOf('charts/**/README.md'),
  ...filesOf('k8s/**/README.md'),
  'docs/kubernetes.md',
  'docs/engines-of-your-own.md',
];

/** The blocks of a page with commands for a cluster. */
export const fencesOf = (page: string): PageFence[] =>
  parseMarkdown(readText(page))
    .fences.filter(({ language, lines }) => language === 'sh' && ofCluster.test(lines.join('\n')))
    .map(({ lines }) => ({ page, lines: lines.map((line) => line.replace(/^ {2}(?=\S)/, '')) }));

/**
 * The block of a page whose first line is this, or begins so.
 * @throws Error where there is none, or more than one
 */
export const fenceAt = (page: string, begins: string): PageFence => {
  const all = fencesOf(page);
  const same = all.filter(({ lines }) => lines[0] === begins);
  const found = same.length > 0 ? same : all.filter(({ lines }) => lines[0]!.startsWith(begins));
  if (found.length !== 1) throw new Error(`${page} has ${found.length} blocks that begin with ${begins}`);
  return found[0]!;
};
