import { withMatchers } from '../promql/with-matchers.ts';

/** The length of a range in Grafana: at least four scrapes, and as long as a step of the graph. */
export type Range = string;

/** How values are shown, by Grafana's names of units. */
export type Unit = 'short' | 's' | 'bytes' | 'percentunit' | 'ops' | 'reqps';

export type PanelQuery = { expr: (range: Range) => string; legend: string };

/** A panel: `stat` shows the value now, `graph` its course. */
export type Panel = {
  title: string;
  kind: 'stat' | 'graph';
  unit: Unit;
  /** What to see in it. */
  about: string;
  queries: readonly PanelQuery[];
};

export type Row = { title: string; panels: readonly Panel[] };
export type DashboardPlan = { id: string; title: string; about: string; rows: readonly Row[] };

type Expr = string | ((range: Range) => string);
const query = ([legend, expr]: [string, Expr]): PanelQuery => ({
  legend,
  expr: typeof expr === 'string' ? () => expr : expr,
});

/** A panel of lines; each query with its legend, which may name labels: `{{group}}`. */
export const graph = (title: string, unit: Unit, about: string, ...queries: [string, Expr][]): Panel => ({
  ...{ title, kind: 'graph', unit, about },
  queries: queries.map(query),
});

/** A panel with one value. */
export const stat = (title: string, unit: Unit, about: string, expr: Expr): Panel => ({
  ...{ title, kind: 'stat', unit, about },
  queries: [query(['', expr])],
});

const labelsIn = (legend: string): string[] => [...legend.matchAll(/{{(\w+)}}/g)].map(([, label]) => label!);

/** Which of the releases that a Prometheus reads, each a pattern of PromQL. */
type Releases = { namespace: string; release: string };

/** What Grafana puts in for `All`; it matches series without the label, too, as rules for one release alone record. */
export const EVERY_RELEASE = '.*';

/** A query of these releases. */
export const exprOf = ({ expr }: PanelQuery, range: Range, { namespace, release }: Releases): string =>
  withMatchers(expr(range), `namespace=~"${namespace}",release=~"${release}"`);

/** All queries of a dashboard, of all releases, each with where it stands and the labels of its legend. */
export const queriesOf = (
  plan: DashboardPlan,
  range: Range,
): { place: string; expr: string; labels: string[] }[] =>
  plan.rows.flatMap(({ panels }) =>
    panels.flatMap(({ title, queries }) =>
      queries.map((one) => ({
        place: [plan.title, title, one.legend].filter((part) => part !== '').join(' / '),
        expr: exprOf(one, range, { namespace: EVERY_RELEASE, release: EVERY_RELEASE }),
        labels: labelsIn(one.legend),
      })),
    ),
  );
