import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import { guarded } from './page-policy.ts';

const FOR_A_WHILE = 'public, max-age=300';

/** Serves the pages about alerts, each as the text that it is. */
export const runbookHandlers = () => {
  const file = fileURLToPath(import.meta.resolve('@skillstream/observability/runbooks.json'));
  const pages = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
  return {
    getRunbook: (req, res) => {
      const page = pages.get(req.params.id);
      if (page === undefined) throw appError('not-found', 'No alert has a page of this name');
      guarded(res, FOR_A_WHILE).type('text/plain').send(page);
    },
  } satisfies Partial<Handlers<'gateway'>>;
};
