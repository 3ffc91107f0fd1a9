import { useEffect, useId, useState } from 'react';

/** Each answer to a change costs a look at a megabyte: it is waited for the end of the word. */
const SETTLED_MS = 500;

export type SettledInputProps = {
  label: string;
  value: string;
  placeholder: string;
  /** How many characters it takes. */
  most: number;
  /** Why a text cannot be taken; null where it can, or is empty. */
  faultOf: (text: string) => string | null;
  /** Called once nobody types any more. */
  onChange: (text: string) => void;
};

/** A text for all rows, as it is typed; one that cannot be is told with the rule. */
export const SettledInput = ({ label, value, placeholder, most, faultOf, onChange }: SettledInputProps) => {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const tell = (): void => {
    if (typed !== value) onChange(typed);
  };
  const fault = faultOf(typed);
  // At each render anew: what is called belongs to the settings of now.
  useEffect(() => {
    const timer = setTimeout(tell, SETTLED_MS);
    return () => clearTimeout(timer);
  });
  return (
    <div className="select">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={typed}
        placeholder={placeholder}
        maxLength={most}
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
