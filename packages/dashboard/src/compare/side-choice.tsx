import { roles, seniorities, workplaces } from '@skillstream/contracts/posting-values';
import { useCountries, useMonths } from '../filter/use-choices.ts';
import { Select } from '../filter/select.tsx';
import { month } from '../format/numbers.ts';
import { sideName, type By } from './sides.ts';

export type SideChoiceProps = { label: string; by: By; value: string; onChange: (value: string) => void };

/** Chooses one side of a comparison; of a period, its first and its last month. */
export const SideChoice = ({ label, by, value, onChange }: SideChoiceProps) => {
  const countries = useCountries();
  const months = useMonths();
  if (by === 'period') {
    const [from = '', to = ''] = value.split('..');
    const options = months.map((name) => ({ value: name, name: month(name) }));
    return (
      <>
        <Select
          label={`${label}: from`}
          none={null}
          value={from}
          options={options.filter((one) => one.value <= to)}
          onChange={(next) => next && onChange(`${next}..${to}`)}
        />
        <Select
          label={`${label}: to`}
          none={null}
          value={to}
          options={options.filter((one) => one.value >= from)}
          onChange={(next) => next && onChange(`${from}..${next}`)}
        />
      </>
    );
  }
  const values = { role: roles, seniority: seniorities, workplace: workplaces, country: countries }[by];
  return (
    <Select
      label={label}
      none={null}
      value={value}
      options={values.map((one) => ({ value: one, name: sideName(by, one) }))}
      onChange={(next) => next && onChange(next)}
    />
  );
};
