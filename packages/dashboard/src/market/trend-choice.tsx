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
  const more = offered.filter((id) => !chosen.includes(id));
  return (
    <div className="choices">
      <ul className="chips" aria-label="Skills in this chart">
        {chosen.map((id, i) => (
          <li key={id} className={`s${i}`}>
            <button
              type="button"
              disabled={chosen.length === 1}
              aria-label={`Take ${labelOf(id)} out`}
              onClick={() => onChange(chosen.filter((one) => one !== id))}
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
