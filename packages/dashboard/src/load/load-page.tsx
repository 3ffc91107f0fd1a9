import { sourceOfFile } from '@skillstream/contracts/source-name';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { previewQuery } from '../api/load.ts';
import { needsToken } from '../figures/fault-of.ts';
import { Trouble } from '../figures/query-state.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useMay } from '../sign-in/use-may.ts';
import { LoadProgress } from './load-progress.tsx';
import { Preview } from './preview.tsx';
import {
  canLoad,
  countryFault,
  isForCommand,
  queryOf,
  sourceFault,
  wantsOrder,
  type Settings,
} from './settings.ts';
import { useLoad } from './use-load.ts';

const untouched: Settings = { fields: {}, dates: undefined, source: '', country: '' };

const keyOf = ({ name, size, lastModified }: File): string => `${name} ${size} ${lastModified}`;

const WhyNot = ({ name }: { name: string }) => (
  <p className="stale" role="status">
    From here a table is loaded, or JSON a line in the fields of the API, not compressed. The command takes
    the rest: <code>npm run skillstream -- load {name}</code>
  </p>
);

/** A file that somebody chose: what would become of it, and the load. */
const ChosenFile = ({ file }: { file: File }) => {
  const [settings, setSettings] = useState(untouched);
  const may = useMay('postings:write');
  const { loading, begin, goOn, stop } = useLoad(file);
  const defaultSource = sourceOfFile(file.name);
  const query = queryOf(settings, defaultSource);
  const isNamed = sourceFault(settings.source) === null && countryFault(settings.country) === null;
  const shown = useQuery({
    ...previewQuery(file, keyOf(file), query),
    ...{ enabled: may && isNamed, placeholderData: keepPreviousData },
  });
  const { data: preview, error, isFetching } = shown;
  const isBusy = loading.status === 'running' || loading.status === 'stopped' || loading.status === 'failed';
  if (!may || needsToken(error))
    return (
      <p className="trouble" role="alert">
        To look at a file and to load it takes a token with postings:write: sign in first (above).
      </p>
    );
  return (
    <>
      {error && (
        <Trouble
          {...{ error, asksAgain: false, shown: preview !== undefined }}
          again={() => void shown.refetch()}
        />
      )}
      {!preview && !error && <div className="loading">Looking at {file.name} …</div>}
      {preview && (
        <>
          {loading.status === 'none' && (
            <>
              {isForCommand(preview) && <WhyNot name={file.name} />}
              <Preview {...{ preview, settings, defaultSource }} onChange={setSettings} />
              {canLoad(preview) && (
                <button
                  type="button"
                  disabled={isFetching || error !== null || !isNamed || wantsOrder(preview, settings)}
                  onClick={() => begin(preview, query)}
                >
                  Load it
                </button>
              )}
            </>
          )}
          <LoadProgress loading={loading} bytes={file.size} onStop={stop} onGoOn={goOn} />
          {isBusy && (
            <p className="caption">Leaving this page ends the load; the file can be loaded again.</p>
          )}
        </>
      )}
    </>
  );
};

/** Takes a file, shows what would become of it, and loads it. */
export const LoadPage = () => {
  useTitle('Load a file');
  const [file, setFile] = useState<File | null>(null);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setFile(event.dataTransfer.files[0] ?? null);
  };
  return (
    <>
      <h1>Load a file of postings</h1>
      <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <label htmlFor="file">A table (CSV, TSV) or JSON; choose a file, or drop one here</label>
        <input id="file" type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
      </div>
      {file && <ChosenFile key={keyOf(file)} file={file} />}
    </>
  );
};
