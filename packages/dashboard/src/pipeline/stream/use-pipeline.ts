import { MOST_EVENTS_RETAINED } from '@skillstream/contracts/pipeline-channel';
import { useEffect, useState } from 'react';
import { openPipeline } from '../../api/pipeline.ts';
import { heldReader, onReader } from '../../api/token.ts';
import { createRecording, type Recording } from '../replay/recording.ts';
import type { Connection } from './follow.ts';
import { groupOf } from './group-of.ts';
import type { Message } from './message-of.ts';
import { share } from './share.ts';

/** Sightings may come by hundreds a second, and eyes see no more. */
const RENDER_MS = 250;

/**
 * Follows the pipeline as long as the page is open: what the stream brought, and how the stream is. With another
 * reader it begins anew, and forgets what another could see.
 */
export const usePipeline = (): { recording: Recording; connection: Connection } => {
  const [recording, setRecording] = useState(createRecording);
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' });
  const [, setVersion] = useState(0);
  useEffect(() => onReader(() => setRecording(createRecording())), []);
  useEffect(() => {
    const ending = new AbortController();
    setConnection({ state: 'connecting' });
    let due: ReturnType<typeof setTimeout> | null = null;
    const render = () => {
      due = null;
      setVersion((version) => version + 1);
    };
    const deps = {
      open: openPipeline,
      onMessage: (message: Message) => {
        if (recording.add(message, Date.now())) due ??= setTimeout(render, RENDER_MS);
      },
      onConnection: (next: Connection) => {
        if (next.state === 'lost') recording.lost();
        setConnection(next);
      },
      recall: () =>
        recording
          .eventsUntil(Date.now(), MOST_EVENTS_RETAINED)
          .map(({ event }): Message => ({ kind: 'event', event })),
      signal: ending.signal,
    };
    void groupOf(heldReader()).then((group) => share({ ...deps, group }));
    return () => {
      ending.abort();
      if (due !== null) clearTimeout(due);
    };
  }, [recording]);
  return { recording, connection };
};
