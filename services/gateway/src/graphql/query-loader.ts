import { bulkhead } from 'cockatiel';
import DataLoader from 'dataloader';

type Asked = { name: string; ask: () => Promise<unknown> };

/**
 * Limits the upstream requests of one GraphQL request: equal queries are sent once, however many fields want the
 * result, and no more than `atOnce` at a time, so that a nested query does not crowd others out.
 */
export const createQueryLoader = (atOnce: number) => {
  const places = bulkhead(atOnce, Infinity);
  const loader = new DataLoader<Asked, unknown, string>(
    (asked) =>
      Promise.all(asked.map(({ ask }) => places.execute(ask).catch((error: unknown) => error as Error))),
    { cacheKeyFn: ({ name }) => name },
  );
  /** @param name the same for equal queries, whose results have the same type */
  return <T>(name: string, ask: () => Promise<T>): Promise<T> => loader.load({ name, ask }) as Promise<T>;
};
