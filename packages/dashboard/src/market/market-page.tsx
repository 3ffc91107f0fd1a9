import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { demandQuery } from '../api/market.ts';
import { FilterBar } from '../filter/filter-bar.tsx';
import { demandOf, MOST_TRENDS, postingsOf, USUAL_TOP, type Search } from '../filter/search.ts';
import { Select } from '../filter/select.tsx';
import { TopSelect } from '../filter/top-select.tsx';
import { useAllPostings } from '../filter/use-choices.ts';
import { useFilterChange } from '../filter/use-filter-change.ts';
import { useSkillLabels } from '../figures/use-skill-labels.ts';
import { useTitle } from '../shell/use-title.ts';
import { DemandFigure } from './demand-figure.tsx';
import { PairsFigure } from './pairs-figure.tsx';
import { PayFigure } from './pay-figure.tsx';
import { TrendFigure } from './trend-figure.tsx';
import { TrendChoice } from './trend-choice.tsx';

const TRENDS = 4;

/** What the market asks for: skills, their trends, and of one of them what stands beside it and what it pays. */
export const MarketPage = ({ search }: { search: Search }) => {
  useTitle('Market');
  const navigate = useNavigate();
  const [filter, postings, top] = [demandOf(search), postingsOf(search), search.top ?? USUAL_TOP];
  const demand = useQuery(demandQuery(filter, top)).data?.data;
  const all = useAllPostings().data?.data;
  const listed = demand?.skills.map(({ skillId }) => skillId) ?? [];
  const trends = search.trends?.split(',') ?? listed.slice(0, TRENDS);
  const skill = search.skill ?? listed[0];
  const labelOf = useSkillLabels([...trends, ...listed, ...(skill ? [skill] : [])]);
  const set = useFilterChange();
  const open = (id: string) => void navigate({ to: '/skills/$id', params: { id }, search: postings });
  const options = [...new Set([...(skill ? [skill] : []), ...listed])].map((id) => ({
    value: id,
    name: labelOf(id),
  }));
  return (
    <>
      <h1>What the job market asks for</h1>
      <FilterBar categories={all?.categories.map(({ category }) => category).sort() ?? []} />
      <div className="figures">
        <section aria-label="Most asked skills">
          <div className="choices">
            <TopSelect value={top} onChange={(value) => set({ top: value })} />
          </div>
          <DemandFigure filter={filter} top={top} onChoose={open} />
        </section>
        {(trends.length > 0 || demand) && (
          <section aria-label="Trends">
            <TrendFigure skillIds={trends} filter={postings}>
              <TrendChoice
                chosen={trends}
                offered={listed}
                most={MOST_TRENDS}
                onChange={(ids) => set({ trends: ids.length > 0 ? ids.join(',') : undefined })}
              />
            </TrendFigure>
          </section>
        )}
        {skill !== undefined && (
          <section aria-label="One skill">
            <div className="choices">
              <Select
                label="Skill"
                none={null}
                value={skill}
                options={options}
                onChange={(value) => set({ skill: value })}
              />
            </div>
            <PairsFigure skillId={skill} filter={filter} onChoose={(id) => set({ skill: id })} />
            <PayFigure skillId={skill} filter={postings} />
          </section>
        )}
      </div>
    </>
  );
};
