const KEY = 'skillstream-reloaded';

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/**
 * Loads the page again, once for each build, when one of its files is gone: after an upgrade the gateway has the files
 * of the new build, and the page that is open still names those of the old one. Where the new page misses a file too
 * nothing is done, so there is no loop.
 * @param build names the build that runs
 * @returns whether the page is being loaded again
 */
export const reloadOnce = (build: string, storage: () => Storage, reload: () => void): boolean => {
  try {
    if (storage().getItem(KEY) === build) return false;
    storage().setItem(KEY, build);
  } catch {
    // A browser may refuse storage (private windows): without a memory there might be a loop.
    return false;
  }
  reload();
  return true;
};
