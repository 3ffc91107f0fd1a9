import { operationPath } from '@skillstream/contracts';

/** What people can do next: addresses and a few lines to type. */
export const nextSteps = (gateway: string, seconds: number): string =>
  [
    `ready after ${seconds.toFixed(1)} s: ${gateway}`,
    '',
    `  curl '${gateway}${operationPath('getDemand', {}, { role: 'backend', top: 5 })}'`,
    `  curl '${gateway}${operationPath('getReport', { id: 'backend-2025' })}'`,
    `  curl -N '${gateway}${operationPath('listen')}'`,
    `  ${gateway}/                   the dashboard: what the market asks for`,
    `  ${gateway}/docs               every path, to read and to try`,
    `  ${gateway}/graphql            several queries in one request (docs/graphql.md)`,
    '  npm run skillstream -- load FILE     npm run skillstream -- status     npm run skillstream -- verify',
    '',
    'Ctrl-C stops everything, or from elsewhere npm run skillstream -- down; the data stays.',
  ].join('\n');
