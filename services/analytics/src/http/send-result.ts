import type { AnsweredFrom } from '@skillstream/contracts';
import type { Response } from 'express';

/**
 * Sends the result of a query as JSON. The same query at the same positions and with the same reports has the same
 * result, so their name is the entity tag; a weak one, since the data may already be newer than the name says.
 */
export const sendResult = (res: Response, result: { answeredFrom: AnsweredFrom }): void => {
  const { viewVersion } = result.answeredFrom;
  if (viewVersion !== null) res.setHeader('ETag', `W/"${viewVersion}"`);
  res.json(result);
};
