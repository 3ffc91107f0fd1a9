import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import { guarded } from './page-policy.ts';

type Runbook = { title: string; markdown: string; html: string };

const FOR_A_WHILE = 'public, max-age=300';

// Titles are ours, and have nothing that HTML would take for its own.
const htmlPage = ({ title, html }: Runbook, stylesheet: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Skillstream</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<div id="root">
<main class="prose">
${html}</main>
<p><a href="/pipeline">Pipeline</a></p>
</div>
</body>
</html>
`;

/**
 * Serves the pages about alerts: to browsers in the dashboard's style, to all others as the Markdown that they are.
 * @param stylesheet the address of the dashboard's
 */
export const runbookHandlers = (stylesheet: string) => {
  const file = fileURLToPath(import.meta.resolve('@skillstream/observability/runbooks.json'));
  const runbooks = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Runbook>;
  const pages = new Map(Object.entries(runbooks));
  return {
    getRunbook: (req, res) => {
      const page = pages.get(req.params.id);
      if (page === undefined) throw appError('not-found', 'No alert has a page of this name');
      guarded(res, FOR_A_WHILE).vary('Accept');
      if (req.accepts('text', 'html') === 'html') res.type('html').send(htmlPage(page, stylesheet));
      else res.type('text/plain').send(page.markdown);
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
