import { pageOperations, publicOperations, type Operation } from '@skillstream/contracts';

type ApiLink = {
  operation: string;
  method: string;
  href: string;
  scope: string | null;
  summary: string;
};
/** What a program finds at `/`. `href` is a path of the gateway with its parameters as `{id}`. */
export type ApiIndex = { title: string; description: string; reference: string; operations: ApiLink[] };

/** The index of the API, derived from the table of operations; the pages for people are no part of it. */
export const apiIndex = (): ApiIndex => ({
  title: 'Skillstream',
  description: '/openapi.json',
  reference: '/docs',
  operations: Object.entries(publicOperations as Record<string, Operation>)
    .filter(([id]) => !(id in pageOperations))
    .map(([operation, { method, path, scope, summary }]) => ({
      operation,
      method,
      href: path.replace(/:(\w+)/g, '{$1}'),
      scope,
      summary,
    })),
});
