/**
 * Opens a channel to the other tabs of this browser.
 * @returns null where the browser has none, or refuses it: a tab is by itself then
 */
export const openChannel = (name: string): BroadcastChannel | null => {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
};
