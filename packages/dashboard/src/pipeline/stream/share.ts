import { openChannel } from '../../api/open-channel.ts';
import { follow, REFUSED_MS, SILENT_MS, type Connection, type FollowDeps } from './follow.ts';
import type { Message } from './message-of.ts';

export type ShareDeps = FollowDeps & {
  /** The same in all tabs that may see the same; null: this tab has a stream of its own. */
  group: string | null;
  /** What a tab that comes later has missed. */
  recall: () => Message[];
  /** How long the tab that leads may be silent, in milliseconds. */
  patienceMs?: (connection: Connection) => number;
};

/** What tabs say to each other; `joined` asks for what was missed. */
type Said = { joined: true } | { message: Message } | { connection: Connection };

/** So much later than due a timer is where the tab itself was suspended: what it was to hear is still in the queue. */
const SUSPENDED_MS = 3000;

/**
 * How long who hears nothing waits for the tab that leads: more than that one takes itself to find that its stream is
 * broken, and to open it again.
 * @param by 0 to 1, at random: those that heard the same last do not all take over at once
 */
export const usualPatienceMs = ({ state }: Connection, by = Math.random()): number =>
  (state === 'lost' || state === 'refused' ? REFUSED_MS + 3 * SILENT_MS : 1.5 * SILENT_MS) + by * SILENT_MS;
const CONNECTING: Connection = { state: 'connecting' };

/**
 * Follows the stream by one connection for all tabs of a browser, which has six to an origin: the tab that holds the
 * lock follows it and passes on what it hears. When it is closed, or is silent because its script hangs or the browser
 * has frozen it, another one does. Without locks, which a browser has only on a secure origin or this machine, and not
 * where it keeps no data of the site, each tab follows it itself.
 */
export const share = async (deps: ShareDeps): Promise<void> => {
  const { group, recall, patienceMs = usualPatienceMs, signal } = deps;
  // The types promise locks to all; an origin that is not secure has none.
  const locks = (navigator as { locks?: LockManager }).locks;
  const channel = group === null || !locks ? null : openChannel(group);
  if (group === null || !locks || !channel) return follow(deps);
  const say = (said: Said) => channel.postMessage(said);
  let leading: Connection | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let onSilence = () => {};
  const heard = (connection: Connection) => {
    clearTimeout(silence);
    const waitMs = patienceMs(connection);
    const dueMs = performance.now() + waitMs;
    silence = setTimeout(() => {
      if (performance.now() < dueMs + SUSPENDED_MS) return onSilence();
      say({ joined: true });
      heard(connection);
    }, waitMs);
  };
  channel.onmessage = ({ data: said }: MessageEvent<Said>) => {
    if ('joined' in said) {
      if (!leading) return;
      for (const message of recall()) say({ message });
      // Last, since how long others wait goes by what they heard last.
      say({ connection: leading });
    } else if (!leading) {
      heard('connection' in said ? said.connection : CONNECTING);
      if ('message' in said) deps.onMessage(said.message);
      else deps.onConnection(said.connection);
    }
  };
  const lead = async (until: AbortSignal) => {
    clearTimeout(silence);
    leading = CONNECTING;
    say({ connection: leading });
    await follow({
      ...{ ...deps, signal: until },
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

  say({ joined: true });
  for (let takesOver = false; !signal.aborted;) {
    const waiting = new AbortController();
    const turn = new AbortController();
    onSilence = () => waiting.abort();
    heard(CONNECTING);
    const options = takesOver ? { steal: true } : { signal: AbortSignal.any([signal, waiting.signal]) };
    const led = () => lead(AbortSignal.any([signal, turn.signal]));
    const refusal = await locks.request(group, options, led).then(
      () => null,
      (error: unknown) => error,
    );
    clearTimeout(silence);
    // Another tab leads now, which took this one for silent.
    turn.abort();
    takesOver = waiting.signal.aborted;
    if (refusal !== null && leading === null && !takesOver && !signal.aborted) {
      channel.close();
      return follow(deps);
    }
    leading = null;
  }
  channel.close();
};
