import type { ReactNode } from 'react';
import { NO_DATA } from '../format/no-data.ts';

/** A figure as text; one that is not known looks different from 0, too. */
export const Amount = ({ text }: { text: string }) =>
  text === NO_DATA ? <span className="no-data">{text}</span> : <span className="amount">{text}</span>;

/** What the platform calls wrong: a sign and words, not colour alone. */
export const Wrong = ({ children }: { children: ReactNode }) => (
  <span className="wrong">
    <span aria-hidden="true">▲ </span>
    {children}
  </span>
);

/** Names with their values, as the description list (`dl`) of HTML. */
export const DescriptionList = ({
  entries,
}: {
  entries: readonly (readonly [name: string, value: ReactNode])[];
}) => (
  <dl className="description-list">
    {entries.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{typeof value === 'string' ? <Amount text={value} /> : value}</dd>
      </div>
    ))}
  </dl>
);
