import { useEffect, useId, useState } from 'react';
import { sourceFault } from './settings.ts';

/** Each answer to a change costs a look at a megabyte: it is waited for the end of the word. */
const SETTLED_MS = 500;

export type SourceInputProps = {
  source: string;
  defaultSource: string;
  /** Called once nobody types any more. */
  onChange: (source: string) => void;
};

/** The name of the source of all rows, as it is typed; one that cannot be is told with the rule. */
export const SourceInput = ({ source, defaultSource, onChange }: SourceInputProps) => {
  const id = useId();
  const [typed, setTyped] = useState(source);
  const tell = (): void => {
    if (typed !== source) onChange(typed);
  };
  const fault = sourceFault(typed);
  // At each render anew: what is called belongs to the settings of now.
  useEffect(() => {
    const timer = setTimeout(tell, SETTLED_MS);
    return () => clearTimeout(timer);
  });
  return (
    <div className="select">
      <label htmlFor={id}>Source of all rows</label>
      <input
        id={id}
        value={typed}
        placeholder={defaultSource}
        maxLength={64}
        onBlur={tell}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={({ target }) => setTyped(target.value)}
      />
      {fault !== null && (
        <p id={`${id}-fault`} className="stale" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
};
