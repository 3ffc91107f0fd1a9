import type { AnsweredFrom } from '@skillstream/contracts';

/**
 * How fresh an answer is that was made of others: as the older, from the facts where any is, and without a name where
 * they stand at different positions.
 */
export const sourceOfAll = (parts: readonly AnsweredFrom[]): AnsweredFrom => ({
  model: parts.some(({ model }) => model === 'facts') ? 'facts' : 'views',
  caughtUp: parts.every(({ caughtUp }) => caughtUp),
  viewVersion: parts.every(({ viewVersion }) => viewVersion === parts[0]!.viewVersion)
    ? parts[0]!.viewVersion
    : null,
});
