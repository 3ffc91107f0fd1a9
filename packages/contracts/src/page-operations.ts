import type { Operation } from './operation.ts';

const page = { method: 'GET', owner: 'gateway', scope: null, rateClass: 'reads' } as const;

/**
 * Pages for people, open to everybody; what they read needs the scopes of those operations. First the reference of the
 * API, then the dashboard: the addresses of its pages, all the same document, which reads its own address; its files.
 */
export const pageOperations = {
  getReference: { ...page, path: '/docs', summary: 'Shows this document as a web page' },
  getReferenceAsset: { ...page, path: '/docs/:asset', summary: 'Returns an asset of that page' },
  getIndex: {
    ...page,
    path: '/',
    summary: 'The dashboard for browsers; an index of the API as JSON',
  },
  getSkillPage: { ...page, path: '/skills/:id', summary: 'Dashboard: one skill' },
  getComparePage: { ...page, path: '/compare', summary: 'Dashboard: two groups of postings compared' },
  getReportsPage: { ...page, path: '/reports', summary: 'Dashboard: the list of reports' },
  getReportPage: { ...page, path: '/reports/:id', summary: 'Dashboard: a report, claim by claim' },
  getTryPage: { ...page, path: '/try', summary: 'Dashboard: the skills found in a pasted text' },
  getPageAsset: { ...page, path: '/assets/:asset', summary: 'Returns an asset of the dashboard' },
} as const satisfies Record<string, Operation>;
