/** One event of a stream of Server-Sent Events. */
export type SseFrame = { event: string; data: string };

/** A snapshot of hundreds of replicas is far below. */
const MOST_FRAME_CHARACTERS = 8 * 1024 * 1024;

const fieldOf = (line: string, name: string): string | null =>
  line.startsWith(`${name}: `) ? line.slice(name.length + 2) : null;

/**
 * Reads a stream of Server-Sent Events piece by piece; comments and events without data are left out.
 * @returns takes the next piece, and gives the events that it completes
 * @throws Error for an event that does not end
 */
export const createSseReader = () => {
  let [event, data, rest] = ['message', '', ''];
  return (piece: string): SseFrame[] => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    const frames: SseFrame[] = [];
    for (const line of lines) {
      event = fieldOf(line, 'event') ?? event;
      data += fieldOf(line, 'data') ?? '';
      if (line !== '') continue;
      if (data !== '') frames.push({ event, data });
      [event, data] = ['message', ''];
    }
    if (rest.length + data.length > MOST_FRAME_CHARACTERS)
      throw new Error('an event of the stream does not end');
    return frames;
  };
};
