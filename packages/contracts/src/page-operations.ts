import { z } from 'zod';
import type { Operation } from './operation.ts';

const page = { method: 'GET', owner: 'gateway', scope: null, rateClass: 'reads' } as const;
// The page reads its own query string, and leaves out what is not valid in it.
const dashboard = { ...page, query: z.looseObject({}) } as const;

/**
 * Pages for people, open to everybody; what they read needs the scopes of those operations. First the reference of the
 * API, then the dashboard: the addresses of its pages, all the same document, which reads its own address; what to do
 * about alerts; the dashboard's files.
 */
export const pageOperations = {
  getReference: { ...page, path: '/docs', summary: 'Shows this document as a web page' },
  getReferenceAsset: { ...page, path: '/docs/:asset', summary: 'Returns an asset of that page' },
  getIndex: {
    ...dashboard,
    path: '/',
    summary: 'The dashboard for browsers; an index of the API as JSON',
  },
  getSkillPage: { ...dashboard, path: '/skills/:id', summary: 'Dashboard: one skill' },
  getComparePage: { ...dashboard, path: '/compare', summary: 'Dashboard: two groups of postings compared' },
  getReportsPage: { ...dashboard, path: '/reports', summary: 'Dashboard: the list of reports' },
  getReportPage: { ...dashboard, path: '/reports/:id', summary: 'Dashboard: a report, claim by claim' },
  getPipelinePage: { ...dashboard, path: '/pipeline', summary: 'Dashboard: the platform at work' },
  getTryPage: { ...dashboard, path: '/try', summary: 'Dashboard: the skills found in a pasted text' },
  getLoadPage: { ...dashboard, path: '/load', summary: 'Dashboard: a file looked at, and loaded' },
  getSourcesPage: { ...dashboard, path: '/sources', summary: 'Dashboard: the job boards that are read' },
  getSignedInPage: {
    ...dashboard,
    path: '/signed-in',
    summary: 'Dashboard: where the issuer sends who signed in',
  },
  getRunbooks: {
    ...page,
    path: '/runbooks',
    summary: 'Lists the pages about alerts: as HTML for browsers, else as Markdown',
  },
  getRunbook: {
    ...page,
    path: '/runbooks/:id',
    summary: 'Returns the page about an alert: as HTML for browsers, else as Markdown',
  },
  getPageAsset: { ...page, path: '/assets/:asset', summary: 'Returns an asset of the dashboard' },
} as const satisfies Record<string, Operation>;
