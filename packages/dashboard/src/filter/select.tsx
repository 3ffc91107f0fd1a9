import { useId } from 'react';

export type SelectProps = {
  label: string;
  /** Undefined chooses none. */
  value: string | undefined;
  options: readonly { value: string; name: string }[];
  onChange: (value: string | undefined) => void;
  /** What choosing none is called; without it, one is always chosen. */
  none?: string | null;
  /** Why it has no effect here, and is disabled. */
  disabledFor?: string | undefined;
};

/** A list to choose one value from. A value that is not in the list, from an old address, stands in it as it is. */
export const Select = ({ label, value, options, onChange, none = 'All', disabledFor }: SelectProps) => {
  const id = useId();
  const known = value === undefined || options.some((option) => option.value === value);
  return (
    <div className="select">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        disabled={disabledFor !== undefined}
        aria-describedby={disabledFor === undefined ? undefined : `${id}-why`}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        {none !== null && <option value="">{none}</option>}
        {!known && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {disabledFor !== undefined && (
        <small id={`${id}-why`} className="why">
          {disabledFor}
        </small>
      )}
    </div>
  );
};
