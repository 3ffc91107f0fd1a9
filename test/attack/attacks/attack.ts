import type { Random } from '../../../packages/cli/src/sample/random.ts';
import type { Draft } from '../request.ts';

/**
 * A kind of request, drawn anew each time.
 * @param mark stands in what is sent as a text, and may never be found in a log
 */
export type Attack = {
  /** The operation that it is counted to, like `GET /v1/demand`. */
  operation: string;
  name: string;
  draft: (random: Random, mark: string) => Draft;
};
