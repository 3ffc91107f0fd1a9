import { useEffect, useRef } from 'react';
import { Select } from '../filter/select.tsx';
import { useSkillLabels } from '../figures/use-skill-labels.ts';

export type TrendChoiceProps = {
  chosen: readonly string[];
  /** Skills that may be added. */
  offered: readonly string[];
  most: number;
  onChange: (ids: string[]) => void;
};

/** Chooses the skills whose trends are shown. */
export const TrendChoice = ({ chosen, offered, most, onChange }: TrendChoiceProps) => {
  const labelOf = useSkillLabels([...chosen, ...offered]);
  const list = useRef<HTMLUListElement>(null);
  const removed = useRef<number | null>(null);
  useEffect(() => {
    if (removed.current === null) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    // What had the focus is gone: it goes to the one that stands there now.
    buttons[Math.min(removed.current, buttons.length - 1)]?.focus();
    removed.current = null;
  }, [chosen]);
  const takeOut = (id: string, at: number) => {
    if (isLast) return;
    removed.current = at;
    onChange(chosen.filter((one) => one !== id));
  };
  const isLast = chosen.length === 1;
  const more = offered.filter((id) => !chosen.includes(id));
  return (
    <div className="choices">
      <ul ref={list} className="chips" aria-label="Skills in this chart">
        {chosen.map((id, i) => (
          <li key={id} className={`s${i}`}>
            <button
              type="button"
              aria-disabled={isLast}
              aria-label={isLast ? `${labelOf(id)}: the last one stays` : `Take ${labelOf(id)} out`}
              title={isLast ? 'The last one stays: add another first' : undefined}
              onClick={() => takeOut(id, i)}
            >
              {labelOf(id)} <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.length < most && more.length > 0 && (
        <Select
          label="Add a trend"
          none="Choose …"
          value={undefined}
          options={more.map((id) => ({ value: id, name: labelOf(id) }))}
          onChange={(id) => id !== undefined && onChange([...chosen, id])}
        />
      )}
    </div>
  );
};
