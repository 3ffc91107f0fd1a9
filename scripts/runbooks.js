import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Marked } from 'marked';
import { root } from './root.js';

const FOLDER = join(root, 'docs/runbooks');

/** Where a gateway reads them: its image has no documentation. */
export const RUNBOOKS = join(root, 'packages/observability/generated/runbooks.json');

// A gateway has the other runbooks, and no more of the documentation: what leads there is a text.
const marked = new Marked({
  renderer: {
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      const [, name] = /^([\w-]+)\.md$/.exec(href) ?? [];
      return name === undefined ? text : `<a href="/runbooks/${name}">${text}</a>`;
    },
  },
});

const runbook = (/** @type {string} */ markdown) => ({
  title: markdown.slice(2, markdown.indexOf('\n')),
  markdown,
  html: marked.parse(markdown),
});

/** The pages about alerts by their names, as a gateway serves them: as they are written, and as HTML for browsers. */
export const runbooksFile = () => {
  const pages = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => [basename(name, '.md'), runbook(readFileSync(join(FOLDER, name), 'utf8'))]);
  return `${JSON.stringify(Object.fromEntries(pages), null, 2)}\n`;
};
