import type { Operation } from './operation.ts';

const page = { method: 'GET', owner: 'gateway', scope: null, rateClass: 'reads' } as const;

/**
 * Pages for people, open to everybody; what they read needs the scopes of those operations. First the reference of the
 * API, then the dashboard: the addresses of its pages, all the same document, which reads its own address; its files.
 */
export const pageOperations = {
  getReference: { ...page, path: '/docs', summary: 'Shows the description of the API to people' },
  getReferenceAsset: { ...page, path: '/docs/:asset', summary: 'Gives a file of the page that shows it' },
  getIndex: {
    ...page,
    path: '/',
    summary: 'Shows the dashboard to people, and the index of the API to programs',
  },
  getSkillPage: { ...page, path: '/skills/:id', summary: 'Shows one skill' },
  getComparePage: { ...page, path: '/compare', summary: 'Shows two groups of postings side by side' },
  getReportsPage: { ...page, path: '/reports', summary: 'Shows the reports that there are' },
  getReportPage: { ...page, path: '/reports/:id', summary: 'Shows a report, claim by claim' },
  getTryPage: { ...page, path: '/try', summary: 'Shows what is found in a text that is pasted' },
  getPageAsset: { ...page, path: '/assets/:asset', summary: 'Gives a file of the dashboard' },
} as const satisfies Record<string, Operation>;
