import type { FiringAlert, ObjectivesState, ObjectiveState } from '@skillstream/contracts';
import { ALERTS_UNKNOWN, ownTimes } from '@skillstream/contracts/objectives-text';
import { memo } from 'react';
import { share } from '../../format/numbers.ts';
import { Amount, DescriptionList } from '../amounts.tsx';
import { AsOf } from '../as-of.tsx';
import { timeOfDay } from '../../format/times.ts';
import { secondsText } from '../../format/durations.ts';
import { ALERTS_HEADING } from './alerts-heading.ts';
import { alertText, knownText, leftText, noneFiresText, severityText, timesText } from './words.ts';
import { ColumnHeads } from '../../figures/column-heads.tsx';

const Firing = ({ alert }: { alert: FiringAlert }) => (
  <li className="firing">
    <span aria-hidden="true">● </span>
    <strong>{severityText(alert.severity)}</strong>: {alertText(alert)}, since{' '}
    <time dateTime={alert.since}>{timeOfDay(alert.since)}</time>. <a href={alert.runbook}>What to do</a>
  </li>
);

/** Alerts that fire; where nobody knows, that is said, and is not that none does. */
const Alerts = ({ alerts, objectives }: Pick<ObjectivesState, 'alerts' | 'objectives'>) => {
  if (alerts === null) return <p className="no-data">no data: {ALERTS_UNKNOWN}</p>;
  if (alerts.length === 0) return <p>{noneFiresText(objectives[0]?.burn ?? [])}</p>;
  return (
    <ul className="plain">
      {alerts.map((alert) => (
        <Firing key={`${alert.name} ${alert.severity} ${alert.subject}`} alert={alert} />
      ))}
    </ul>
  );
};

const Row = ({ one }: { one: ObjectiveState }) => (
  <tr>
    <th scope="row">
      {one.title} ({share(one.target)})
    </th>
    <td>
      <Amount text={leftText(one)} />
    </td>
    {ownTimes(one.burn).map((times, index) => (
      <td key={one.burn[index]!.window}>
        <Amount text={timesText(times)} />
      </td>
    ))}
  </tr>
);

const Table = ({ objectives }: { objectives: readonly ObjectiveState[] }) => (
  <table>
    <caption>What is left of each budget, and how fast it was spent: at 1× it lasts for 30 days</caption>
    <ColumnHeads names={['Objective', 'Left', ...objectives[0]!.burn.map(({ window }) => window)]} />
    <tbody>
      {objectives.map((one) => (
        <Row key={one.id} one={one} />
      ))}
    </tbody>
  </table>
);

/** What is promised, what is left of it, and the alerts that fire. Drawn once for each snapshot. */
export const ObjectivesPanel = memo(({ state }: { state: ObjectivesState | undefined }) => (
  <section className="panel" aria-label="Objectives">
    <h2 id={ALERTS_HEADING} tabIndex={-1}>
      Objectives and alerts
    </h2>
    <AsOf />
    {!state && <p className="no-data">no data: this gateway does not evaluate any</p>}
    {state && (
      <>
        <Alerts {...state} />
        <div className="table objectives" tabIndex={0} role="region" aria-label="Table: objectives">
          <Table objectives={state.objectives} />
        </div>
        <DescriptionList
          entries={state.lags.map(({ group, oldestSeconds }) => [
            `behind: ${group}`,
            secondsText(oldestSeconds),
          ])}
        />
        <p className="caption">
          {knownText(state.objectives[0]?.burn ?? [])}, by this replica of the gateway. A Prometheus alone
          evaluates {state.notEvaluated.join(', ')}.
        </p>
      </>
    )}
  </section>
));
