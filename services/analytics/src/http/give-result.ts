import type { AnsweredFrom } from '@skillstream/contracts';
import type { Response } from 'express';

/**
 * Sends an answer to a question. At the same positions, and with the same reports, a question has the same answer, so
 * their name is the entity tag; weak, since what was read may already hold what came a moment after it was named.
 */
export const sendResult = (res: Response, result: { answeredFrom: AnsweredFrom }): void => {
  const { viewVersion } = result.answeredFrom;
  if (viewVersion !== null) res.setHeader('ETag', `W/"${viewVersion}"`);
  res.json(result);
};
