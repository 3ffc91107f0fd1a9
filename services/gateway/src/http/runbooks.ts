import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Request, Response } from 'express';
import { guarded } from './page-policy.ts';

type Page = { title: string; markdown: string; html: string };
/** The addresses of the dashboard's style and icon. */
type Looks = { stylesheet: string; icon: string };

const FOR_A_WHILE = 'public, max-age=300';

// Titles are ours, and have nothing that HTML would take for its own.
const htmlPage = ({ title, html }: Page, { stylesheet, icon }: Looks): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Skillstream</title>
<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<div id="root">
<main class="prose">
${html}</main>
<p><a href="/runbooks">Runbooks</a> · <a href="/pipeline">Pipeline</a></p>
</div>
</body>
</html>
`;

const indexOf = (pages: readonly (readonly [name: string, page: Page])[]): Page => {
  const title = 'Runbooks';
  const items = pages.map(([name, page]) => `<li><a href="/runbooks/${name}">${page.title}</a></li>\n`);
  const lines = pages.map(([name, page]) => `- [${page.title}](/runbooks/${name})\n`);
  return {
    title,
    markdown: `# ${title}\n\n${lines.join('')}`,
    html: `<h1>${title}</h1>\n<ul>\n${items.join('')}</ul>\n`,
  };
};

/**
 * Serves the pages about alerts and a list of them: to browsers in the dashboard's style, to all others as the
 * Markdown that they are.
 */
export const runbookHandlers = (looks: Looks) => {
  const file = fileURLToPath(import.meta.resolve('@skillstream/observability/runbooks.json'));
  const pages = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Page>));
  const index = indexOf([...pages]);
  const send = (req: Pick<Request, 'accepts'>, res: Response, page: Page) => {
    guarded(res, FOR_A_WHILE).vary('Accept');
    if (req.accepts('text', 'html') === 'html') res.type('html').send(htmlPage(page, looks));
    else res.type('text/plain').send(page.markdown);
  };
  return {
    getRunbooks: (req, res) => send(req, res, index),
    getRunbook: (req, res) => {
      const page = pages.get(req.params.id);
      if (page === undefined) throw appError('not-found', 'No alert has a page of this name');
      send(req, res, page);
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
