import { useEffect, useState } from 'react';
import { openPipeline } from '../../api/pipeline.ts';
import { onToken } from '../../api/token.ts';
import { createRecording, type Recording } from '../replay/recording.ts';
import { follow, type Connection } from './follow.ts';

/** Sightings may come by hundreds a second, and eyes see no more. */
const RENDER_MS = 250;

/**
 * Follows the pipeline as long as the page is open: what the stream brought, and how the stream is. With another token
 * it begins anew, and forgets what another token could see.
 */
export const usePipeline = (): { recording: Recording; connection: Connection } => {
  const [recording, setRecording] = useState(createRecording);
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' });
  const [, setVersion] = useState(0);
  useEffect(() => onToken(() => setRecording(createRecording())), []);
  useEffect(() => {
    const ending = new AbortController();
    setConnection({ state: 'connecting' });
    let due: ReturnType<typeof setTimeout> | null = null;
    const render = () => {
      due = null;
      setVersion((version) => version + 1);
    };
    void follow({
      open: openPipeline,
      onMessage: (message) => {
        if (recording.add(message, Date.now())) due ??= setTimeout(render, RENDER_MS);
      },
      onConnection: setConnection,
      signal: ending.signal,
    });
    return () => {
      ending.abort();
      if (due !== null) clearTimeout(due);
    };
  }, [recording]);
  return { recording, connection };
};
