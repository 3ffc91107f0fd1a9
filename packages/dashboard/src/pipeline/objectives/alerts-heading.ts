/** The id of the heading above the alerts, to which others lead. */
export const ALERTS_HEADING = 'alerts';
