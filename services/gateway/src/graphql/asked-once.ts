import { bulkhead } from 'cockatiel';
import DataLoader from 'dataloader';

type Asked = { name: string; ask: () => Promise<unknown> };

/**
 * What one request asks of the upstreams: equal questions are asked once, however many fields want the answer, and no
 * more than `atOnce` at a time, so that a nested query does not crowd others out.
 */
export const createAskedOnce = (atOnce: number) => {
  const places = bulkhead(atOnce, Infinity);
  const loader = new DataLoader<Asked, unknown, string>(
    (asked) =>
      Promise.all(asked.map(({ ask }) => places.execute(ask).catch((error: unknown) => error as Error))),
    { cacheKeyFn: ({ name }) => name },
  );
  /** @param name the same for the same question, whose answer has the same type then */
  return <T>(name: string, ask: () => Promise<T>): Promise<T> => loader.load({ name, ask }) as Promise<T>;
};
