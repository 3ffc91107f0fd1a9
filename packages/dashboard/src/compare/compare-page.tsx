import { useNavigate } from '@tanstack/react-router';
import { FilterBar } from '../filter/filter-bar.tsx';
import { comparisons, postingsOf, type Search } from '../filter/search.ts';
import { Select } from '../filter/select.tsx';
import { TopSelect } from '../filter/top-select.tsx';
import { useAllPostings, useCountries, useMonths } from '../filter/use-choices.ts';
import { useFilterChange } from '../filter/use-filter-change.ts';
import { useTitle } from '../shell/use-title.ts';
import { CompareFigure } from './compare-figure.tsx';
import { SideChoice } from './side-choice.tsx';
import { commonFilter, usualSides } from './sides.ts';

const names = {
  role: 'Role',
  country: 'Country',
  workplace: 'Workplace',
  seniority: 'Level',
  period: 'Period',
};

/** Two groups of postings side by side, the skills that differ most first. */
export const ComparePage = ({ search }: { search: Search }) => {
  useTitle('Compare');
  const navigate = useNavigate();
  const by = search.by ?? 'role';
  const choices = { countries: useCountries(), months: useMonths() };
  const usual = usualSides(by, choices);
  const [a, b] = [search.a ?? usual?.a, search.b ?? usual?.b];
  const top = search.top ?? 20;
  const all = useAllPostings().data?.data;
  const set = useFilterChange();
  const sides = a !== undefined && b !== undefined ? { a, b } : null;
  return (
    <>
      <h1>Two groups side by side</h1>
      <fieldset className="part-of-choice">
        <legend>What A and B differ in</legend>
        <div className="choices">
          <Select
            label="They differ in"
            none={null}
            value={by}
            options={comparisons.map((one) => ({ value: one, name: names[one] }))}
            onChange={(value) => set({ by: value as typeof by, a: undefined, b: undefined })}
          />
          {sides && (
            <>
              <SideChoice label="A" by={by} value={sides.a} onChange={(value) => set({ by, b, a: value })} />
              <SideChoice label="B" by={by} value={sides.b} onChange={(value) => set({ by, a, b: value })} />
            </>
          )}
          <TopSelect value={top} onChange={(value) => set({ top: value })} />
        </div>
      </fieldset>
      <fieldset className="part-of-choice">
        <legend>Filters for both A and B</legend>
        <FilterBar
          categories={all?.categories.map(({ category }) => category).sort() ?? []}
          unused={{ names: by === 'period' ? ['from', 'to'] : [by], why: 'A and B differ in it' }}
        />
      </fieldset>
      {sides ? (
        <CompareFigure
          query={{ ...commonFilter(by, search), by, ...sides, top }}
          onChoose={(id) => void navigate({ to: '/skills/$id', params: { id }, search: postingsOf(search) })}
        />
      ) : (
        <p className="empty">There are not two of them to compare yet.</p>
      )}
    </>
  );
};
