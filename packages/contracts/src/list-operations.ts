import type { Operation } from './operation.ts';
import { postingsPage, postingsQuery } from './posting-list-api.ts';
import { reportList } from './report-api.ts';
import { skillResult, skillsResult, skillsQuery } from './skills-api.ts';
import { sourcesQuery, sourcesResult } from './sources-api.ts';

const read = { method: 'GET', scope: 'analytics:read', rateClass: 'reads' } as const;
const query = { ...read, owner: 'analytics', cachedQuery: true } as const;

/** Public operations that list postings, and what queries can be about: sources, skills and reports. */
export const listOperations = {
  listPostings: {
    ...read,
    path: '/v1/postings',
    owner: 'ingestion',
    query: postingsQuery,
    response: postingsPage,
    summary: 'Lists the postings of a source or of a job, page by page',
  },
  listSources: {
    ...query,
    path: '/v1/sources',
    query: sourcesQuery,
    response: sourcesResult,
    summary: 'Lists the sources of the postings',
  },
  listSkills: {
    ...read,
    path: '/v1/skills',
    owner: 'tagging',
    query: skillsQuery,
    response: skillsResult,
    summary: 'Lists the skills of the taxonomy',
  },
  getSkill: {
    ...read,
    path: '/v1/skills/:id',
    owner: 'tagging',
    response: skillResult,
    summary: 'Returns a skill of the taxonomy',
  },
  listReports: {
    ...query,
    path: '/v1/reports',
    response: reportList,
    summary: 'Lists the available reports',
  },
} as const satisfies Record<string, Operation>;
