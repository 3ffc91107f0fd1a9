import type { PreviewResult, TableQuery } from '@skillstream/contracts';
import { sleep } from '@skillstream/async';
import { useEffect, useRef, useState } from 'react';
import { sendChunk } from '../api/load.ts';
import { chunksOf } from './chunks-of.ts';
import { queryOfParts } from './settings.ts';
import { createLoad, type Load, type LoadState } from './load-file.ts';

export type Loading = {
  status: 'none' | 'running' | 'stopped' | 'failed' | 'done';
  state: LoadState | null;
  error: unknown;
};
const none: Loading = { status: 'none', state: null, error: null };

const marksOf = ({ format }: PreviewResult) => {
  const { delimiter, quote, escape, newline } = format!;
  if (delimiter === undefined || quote === undefined || escape === undefined || newline === undefined)
    return null;
  return { delimiter, quote, escape, newline };
};

const newLoad = (
  file: File,
  preview: PreviewResult,
  query: TableQuery,
  onChange: (state: LoadState) => void,
): Load => {
  const marks = marksOf(preview);
  const decided = queryOfParts(query, preview);
  return createLoad({
    ...{ sleep, onChange },
    chunks: chunksOf(file, { marks, encoding: preview.format!.encoding, firstLine: preview.firstLine }),
    send: (text, signal) => sendChunk(text, marks && decided, signal),
  });
};

/** Loads a file in parts; it can be stopped, and goes on where it was. It ends with the page. */
export const useLoad = (file: File | null) => {
  const [loading, setLoading] = useState(none);
  const load = useRef<Load | null>(null);
  const over = useRef<AbortController | null>(null);
  useEffect(() => {
    setLoading(none);
    load.current = null;
    return () => over.current?.abort();
  }, [file]);

  const run = async (): Promise<void> => {
    const [current, mine] = [load.current!, new AbortController()];
    over.current = mine;
    setLoading({ status: 'running', state: current.state(), error: null });
    const ended = await current.run(mine.signal).then(
      () => ({ status: 'done' as const, error: null }),
      (error: unknown) =>
        mine.signal.aborted
          ? { status: 'stopped' as const, error: null }
          : { status: 'failed' as const, error },
    );
    if (load.current === current) setLoading({ ...ended, state: current.state() });
  };
  return {
    loading,
    begin: (preview: PreviewResult, query: TableQuery): void => {
      load.current = newLoad(file!, preview, query, (state) => setLoading((now) => ({ ...now, state })));
      void run();
    },
    goOn: (): void => void run(),
    stop: (): void => over.current?.abort(),
  };
};
