/** An alert that fires: the labels of its series, and the value as its description has it. */
export type Fired = { severity: 'page' | 'ticket'; labels?: Record<string, string>; value?: string };

/** Series, and which alerts of a name fire over them. */
export type AlertCase = {
  alert: string;
  name: string;
  series: Record<string, string>;
  /** Between two values of a series. */
  interval: string;
  /** When the alert is looked at. */
  at: string;
  /** None: it must not fire. */
  fires: readonly Fired[];
};

/** Makes cases of one alert, which has one severity, with a value each half a minute. */
export const casesOf =
  (alert: string, severity: Fired['severity']) =>
  (
    name: string,
    at: string,
    series: Record<string, string>,
    ...fires: Omit<Fired, 'severity'>[]
  ): AlertCase => ({
    ...{ alert, name, at, series, interval: '30s' },
    fires: fires.map((one) => ({ severity, ...one })),
  });
