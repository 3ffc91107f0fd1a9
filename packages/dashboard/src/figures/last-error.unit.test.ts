import { expect, test } from '@jest/globals';
import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  QueryObserver,
  type QueryObserverOptions,
} from '@tanstack/react-query';
import { lastErrorOf, type ShownError } from './last-error.ts';

// What has changed is told at once, and not in a later task.
notifyManager.setScheduler((tell) => tell());

type Answer = () => Promise<string>;
const failed: Answer = () => Promise.reject(new Error('away'));
const given: Answer = () => Promise.resolve('here');

/** Asks by a real client, and says what is shown after each of its changes. */
const asking = (id: string, first: Answer) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const optionsOf = (key: string, queryFn: Answer): QueryObserverOptions<string> => ({
    ...{ queryKey: [key], queryFn, placeholderData: keepPreviousData, enabled: false },
  });
  const observer = new QueryObserver<string>(client, optionsOf(id, first));
  let shown: readonly ShownError[] = [];
  const said: string[] = [];
  observer.subscribe((result) => {
    const error = lastErrorOf(result, shown);
    shown = error ? [{ error, atMs: result.errorUpdatedAt }] : [];
    said.push(error ? error.message : result.isPending ? 'loading' : String(result.data));
  });
  return {
    ask: async (answer: Answer, key = id) => {
      observer.setOptions(optionsOf(key, answer));
      await observer.refetch();
      return said.splice(0);
    },
    end: () => client.clear(),
  };
};

test('what is said of a query that never succeeded stays while it is asked again, until it succeeds', async () => {
  const { ask, end } = asking('a', failed);
  expect((await ask(failed)).at(-1)).toBe('away');
  expect(new Set(await ask(failed))).toEqual(new Set(['away']));
  expect((await ask(given)).at(-1)).toBe('here');
  end();
});

test('nor does it give way to what another choice gave, and another choice does not take it over', async () => {
  const { ask, end } = asking('a', given);
  await ask(given);
  expect((await ask(failed, 'b')).at(-1)).toBe('away');
  expect(new Set(await ask(failed, 'b'))).toEqual(new Set(['away']));
  const other = await ask(given, 'c');
  expect(other.at(-1)).toBe('here');
  expect(other).not.toContain('away');
  end();
});
