import type { CountUnit, Origin } from '@skillstream/contracts';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { CsvRecord } from './csv-of.ts';
import { downloadCsv, downloadPng } from './download.ts';
import { ColumnHeads } from './column-heads.tsx';

/** The same as the chart in rows; a cell is what stands in it. */
type Table = { columns: readonly string[]; rows: readonly (readonly ReactNode[])[] };

export type FigureProps = {
  title: string;
  /** What is counted, of how many, with which interval, in which period. */
  caption: string;
  /** The chart. */
  children: ReactNode;
  table: Table;
  /** The same with every digit, for a file. */
  csv: readonly CsvRecord[];
  /** What is counted, and of whose postings, in the last columns of the file: a file has no caption. */
  unit: CountUnit;
  origin: Origin | undefined;
  /** Of files, without what stands behind the dot. */
  fileName: string;
  /** Why its numbers say little, if so. */
  warning?: string | null;
  /** Newer numbers are on their way. */
  renewing?: boolean;
};

const TableOf = ({ columns, rows }: Table) => (
  <table>
    <ColumnHeads names={columns} />
    <tbody>
      {rows.map((cells, row) => (
        <tr key={row}>
          {cells.map((cell, column) => (
            <td key={column}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

/** A chart with its caption, its table behind one button, and both as files. */
export const Figure = (props: FigureProps) => {
  const { title, caption, children, table, csv, unit, origin, fileName } = props;
  const { warning = null, renewing = false } = props;
  const id = useId();
  const chart = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const attempt = (download: () => Promise<void>) => () => {
    setFailed(null);
    download().catch((error: unknown) => setFailed(error instanceof Error ? error.message : String(error)));
  };
  const savePng = () => {
    const svg = chart.current?.querySelector('svg');
    return svg ? downloadPng(svg, { title, caption, warning }, fileName) : Promise.resolve();
  };
  return (
    <figure aria-labelledby={id} aria-busy={renewing} className={renewing ? 'renewing' : undefined}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <p className="caption">{caption}</p>
        {warning !== null && <p className="few">{warning}</p>}
      </figcaption>
      <div ref={chart}>{children}</div>
      <div className="tools">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-table`}
          onClick={() => setOpen(!open)}
        >
          Table<span className="aside-text"> of {title}</span>
        </button>
        <button
          type="button"
          onClick={attempt(() =>
            downloadCsv(
              csv.map((row) => ({ ...row, counted: unit, origin: origin ?? null })),
              fileName,
            ),
          )}
        >
          CSV<span className="aside-text"> of {title}</span>
        </button>
        <button type="button" onClick={attempt(savePng)}>
          PNG<span className="aside-text"> of {title}</span>
        </button>
        {failed && <span role="alert">{failed}</span>}
      </div>
      <div
        id={`${id}-table`}
        className="table"
        tabIndex={open ? 0 : undefined}
        role="region"
        aria-label={`Table: ${title}`}
        hidden={!open}
      >
        {open && <TableOf {...table} />}
      </div>
    </figure>
  );
};
