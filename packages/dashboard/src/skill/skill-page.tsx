import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { demandQuery } from '../api/market.ts';
import { skillQuery } from '../api/skills.ts';
import { barText } from '../charts/interval-bars.tsx';
import { QueryState } from '../figures/query-state.tsx';
import { SkillLink } from '../figures/skill-link.tsx';
import { sourceText } from '../figures/source-text.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { postingsOf, type Search } from '../filter/search.ts';
import { categoryName } from '../format/category-name.ts';
import { counted } from '../format/numbers.ts';
import { otherTotal, unitOf } from '../format/units.ts';
import { filterName } from '../format/words.ts';
import { PairsFigure } from '../market/pairs-figure.tsx';
import { PayFigure } from '../market/pay-figure.tsx';
import { TrendFigure } from '../market/trend-figure.tsx';
import { useTitle } from '../shell/use-title.ts';
import { noneOf } from './none-of.ts';

// Every skill of a category: no category has more.
const ALL = 1000;

const Demand = ({ id, category, search }: { id: string; category: string; search: Search }) => {
  const filter = { ...postingsOf(search), category };
  // Not what another category or filter gave: a skill that is not in that is not one that nobody asks for.
  const query = useQuery({ ...demandQuery(filter, ALL), placeholderData: undefined });
  const label = useSkillLabels([id])(id);
  return (
    <QueryState query={query} title="Share">
      {({ data, freshness }) => {
        const found = data.skills.find(({ skillId }) => skillId === id);
        return (
          <p className="lead">
            {barText({ id, label, ...(found ?? noneOf(data.population)) }, unitOf(data))}.{' '}
            <span className="caption">
              {filterName(data.filter)}
              {otherTotal(data)}; {sourceText(data.answeredFrom, freshness)}
            </span>
          </p>
        );
      }}
    </QueryState>
  );
};

/** One skill: what it stands for, how often it is asked for, what stands beside it, and what it pays. */
export const SkillPage = ({ id, search }: { id: string; search: Search }) => {
  const query = useQuery(skillQuery(id));
  const navigate = useNavigate();
  const labelOf = useSkillLabels([id, ...(query.data?.data.broader ?? [])]);
  const label = query.data?.data.label ?? labelOf(id);
  useTitle(label);
  const postings = postingsOf(search);
  return (
    <>
      <h1>{label}</h1>
      <QueryState query={query} title={label}>
        {({ data }) => (
          <>
            <p className="names">
              <Link to="/" search={{ ...postings, category: data.category }}>
                {categoryName(data.category)}
              </Link>
              {data.broader.length > 0 && <> · part of </>}
              {data.broader.map((one, i) => (
                <span key={one}>
                  {i > 0 && ', '}
                  <SkillLink id={one} label={labelOf(one)} />
                </span>
              ))}{' '}
              · {counted(data.names.length, 'name')}: {data.names.join(', ')}
            </p>
            <FilterBar />
            <Demand id={id} category={data.category} search={search} />
            <div className="figures">
              <TrendFigure skillIds={[id]} filter={postings} />
              <PairsFigure
                skillId={id}
                filter={postings}
                onChoose={(other) =>
                  void navigate({ to: '/skills/$id', params: { id: other }, search: postings })
                }
              />
              <PayFigure skillId={id} filter={postings} />
            </div>
          </>
        )}
      </QueryState>
    </>
  );
};
