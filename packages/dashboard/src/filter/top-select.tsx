import { tops } from './search.ts';
import { Select } from './select.tsx';

/** Chooses how many skills a list shows. */
export const TopSelect = ({ value, onChange }: { value: number; onChange: (top: number) => void }) => (
  <Select
    label="Skills shown"
    none={null}
    value={String(value)}
    options={tops.map((one) => ({ value: String(one), name: String(one) }))}
    onChange={(top) => onChange(Number(top))}
  />
);
