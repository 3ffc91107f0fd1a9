import type { AnsweredFrom } from '@skillstream/contracts';

/**
 * Combines the freshness of results: as old as the oldest, from the facts where any is, and without a version where
 * they are of different positions.
 */
export const sourceOfAll = (parts: readonly AnsweredFrom[]): AnsweredFrom => ({
  model: parts.some(({ model }) => model === 'facts') ? 'facts' : 'views',
  caughtUp: parts.every(({ caughtUp }) => caughtUp),
  viewVersion: parts.every(({ viewVersion }) => viewVersion === parts[0]!.viewVersion)
    ? parts[0]!.viewVersion
    : null,
});
