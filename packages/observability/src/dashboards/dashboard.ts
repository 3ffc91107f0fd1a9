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

/** All queries of a dashboard, each with where it stands and the labels of its legend; ranges are this long. */
export const queriesOf = (
  plan: DashboardPlan,
  range: Range,
): { place: string; expr: string; labels: string[] }[] =>
  plan.rows.flatMap(({ panels }) =>
    panels.flatMap(({ title, queries }) =>
      queries.map(({ legend, expr }) => ({
        place: [plan.title, title, legend].filter((part) => part !== '').join(' / '),
        expr: expr(range),
        labels: labelsIn(legend),
      })),
    ),
  );
