import { follow, type Connection, type FollowDeps } from './follow.ts';
import type { Message } from './message-of.ts';

export type ShareDeps = FollowDeps & {
  /** The same in all tabs that may see the same; null: this tab has a stream of its own. */
  group: string | null;
  /** What a tab that comes later has missed. */
  recall: () => Message[];
};

/** What tabs say to each other; `joined` asks for what was missed. */
type Said = { joined: true } | { message: Message } | { connection: Connection };

/**
 * Follows the stream by one connection for all tabs of a browser, which has six to an origin: the tab that holds the
 * lock follows it and passes on what it hears, and when it is closed the next one does. Without locks, which a browser
 * has only on a secure origin or this machine, each tab follows it itself.
 */
export const share = async ({ group, recall, ...deps }: ShareDeps): Promise<void> => {
  // The types promise locks to all; an origin that is not secure has none.
  const locks = (navigator as { locks?: LockManager }).locks;
  if (group === null || !locks) return follow(deps);
  const channel = new BroadcastChannel(group);
  const say = (said: Said) => channel.postMessage(said);
  let leading: Connection | null = null;
  channel.onmessage = ({ data: said }: MessageEvent<Said>) => {
    if ('joined' in said) {
      if (!leading) return;
      say({ connection: leading });
      for (const message of recall()) say({ message });
    } else if (!leading) {
      if ('message' in said) deps.onMessage(said.message);
      else deps.onConnection(said.connection);
    }
  };
  say({ joined: true });
  const lead = async () => {
    leading = { state: 'connecting' };
    await follow({
      ...deps,
      onMessage: (message) => {
        deps.onMessage(message);
        say({ message });
      },
      onConnection: (connection) => {
        leading = connection;
        deps.onConnection(connection);
        say({ connection });
      },
    });
  };
  // Who leaves while waiting for the lock has nothing to end.
  await locks.request(group, { signal: deps.signal }, lead).catch(() => undefined);
  channel.close();
};
