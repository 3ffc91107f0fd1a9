/** The services behind the gateway. */
export const parts = ['ingestion', 'tagging', 'analytics'] as const;
export type Part = (typeof parts)[number];
export type PartUrls = Record<Part, string>;

export type Route = {
  path: string;
  part: Part;
  /** Asks for what was counted: while the views have not changed, the answer is the same. */
  question?: true;
};

/** Which part answers which path; the methods of a path stand in the contracts, with what each takes. */
export const routeTable: readonly Route[] = [
  { path: '/v1/postings', part: 'ingestion' },
  { path: '/v1/republish', part: 'ingestion' },
  { path: '/v1/postings/:id', part: 'ingestion' },
  { path: '/v1/retag', part: 'ingestion' },
  { path: '/v1/tags', part: 'tagging' },
  { path: '/v1/skills', part: 'tagging' },
  { path: '/v1/skills/:id', part: 'tagging' },
  { path: '/v1/demand', part: 'analytics', question: true },
  { path: '/v1/skills/:id/trend', part: 'analytics', question: true },
  { path: '/v1/skills/:id/pairs', part: 'analytics', question: true },
  { path: '/v1/skills/:id/salary', part: 'analytics', question: true },
  { path: '/v1/salaries', part: 'analytics', question: true },
  { path: '/v1/compare', part: 'analytics', question: true },
  { path: '/v1/compare/skills', part: 'analytics', question: true },
  { path: '/v1/reports', part: 'analytics', question: true },
  { path: '/v1/report/:id', part: 'analytics', question: true },
  { path: '/v1/verify', part: 'analytics' },
  { path: '/v1/verify/:id', part: 'analytics' },
];
