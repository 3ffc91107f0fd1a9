import { roles, seniorities, workplaces } from '@skillstream/contracts/posting-values';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { sourcesQuery } from '../api/sources.ts';
import { categoryName } from '../format/category-name.ts';
import { month as monthName } from '../format/numbers.ts';
import { capital, countryName, valueName } from '../format/words.ts';
import { unitHead } from '../format/units.ts';
import { chosenIn, without } from './chosen-in.ts';
import { lastMonths, periodChosen, periodOptions } from './last-months.ts';
import { units, type Search } from './search.ts';
import { Select } from './select.tsx';
import { takenFromChosen, takenFromOptions, takenFromValue } from './taken-from.ts';
import { useCountries, useMonths } from './use-choices.ts';
import { useFilterChange } from './use-filter-change.ts';

const optionsOf = (values: readonly string[], nameOf: (value: string) => string = valueName) =>
  values.map((value) => ({ value, name: capital(nameOf(value)) }));

export type FilterBarProps = {
  categories?: readonly string[];
  /** What the page itself chooses: it is not offered. */
  fixed?: readonly (keyof Search)[];
  /** What has no effect on the page, and the reason. */
  unused?: { names: readonly (keyof Search)[]; why: string };
};

/** Chooses the postings that count; what is chosen stands in the address. */
export const FilterBar = ({ categories = [], fixed = [], unused }: FilterBarProps) => {
  const search = useSearch({ strict: false }) as Search;
  const months = useMonths();
  const countries = useCountries();
  const sources = useQuery(sourcesQuery).data?.data;
  const set = useFilterChange();
  const select = (name: keyof Search, label: string, options: { value: string; name: string }[]) =>
    fixed.includes(name) ? null : (
      <Select
        disabledFor={unused?.names.includes(name) ? unused.why : undefined}
        label={label}
        value={search[name] as string | undefined}
        options={options}
        onChange={(value) => set({ [name]: value })}
      />
    );
  const chosen = chosenIn(search);
  return (
    <form
      className="filters"
      role="search"
      aria-label="Postings that count"
      onSubmit={(event) => event.preventDefault()}
    >
      <Select
        label="Taken from"
        value={takenFromValue(search)}
        onChange={(value) => set(takenFromChosen(value))}
        {...(sources ? takenFromOptions(sources) : { none: 'By default', options: [] })}
      />
      <Select
        label="Count"
        none={null}
        value={search.count ?? 'postings'}
        options={units.map((value) => ({ value, name: unitHead(value) }))}
        onChange={(value) => set({ count: value === 'jobs' ? value : undefined })}
      />
      {select('role', 'Role', optionsOf(roles))}
      {select('country', 'Country', optionsOf(countries, countryName))}
      {select('seniority', 'Level', optionsOf(seniorities))}
      {select('workplace', 'Workplace', optionsOf(workplaces))}
      {select(
        'from',
        'From',
        optionsOf(
          months.filter((one) => !search.to || one <= search.to),
          monthName,
        ),
      )}
      {select(
        'to',
        'To',
        optionsOf(
          months.filter((one) => !search.from || one >= search.from),
          monthName,
        ),
      )}
      {!unused?.names.includes('from') && (
        <Select
          label="Period"
          none={null}
          value={periodChosen(search, months)}
          options={periodOptions(search, months)}
          onChange={(value) => set(lastMonths(value, months))}
        />
      )}
      {categories.length > 0 && select('category', 'Category of skills', optionsOf(categories, categoryName))}
      <button
        type="button"
        aria-disabled={chosen.length === 0}
        onClick={() => chosen.length > 0 && set(without(chosen))}
      >
        Clear all
      </button>
      <details className="help">
        <summary>What is a job?</summary>
        <p>
          A job that was posted again, or for several places, is several postings and one job; it counts as
          the one posting that stands for it, with the date and the place of that.
        </p>
      </details>
    </form>
  );
};
