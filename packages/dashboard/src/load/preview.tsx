import type { PreviewResult } from '@skillstream/contracts';
import { dayOrders, type DayOrder } from '@skillstream/contracts/file-fields';
import { Select } from '../filter/select.tsx';
import { count } from '../format/numbers.ts';
import { ColumnsTable, PostingsTable } from './preview-tables.tsx';
import { QualityTable } from './quality-table.tsx';
import { qualityTexts } from './quality.ts';
import {
  countryFault,
  isForCommand,
  sourceFault,
  wantsOrder,
  withColumn,
  type Settings,
} from './settings.ts';
import { SettledInput } from './settled-input.tsx';

const kinds: Record<string, string> = {
  ...{
    table: 'a table',
    lines: 'JSON, a value a line',
    array: 'a JSON array',
    below: 'a JSON array below a key',
  },
  ...{ object: 'one JSON object', xml: 'an XML feed', html: 'an HTML page with JSON-LD' },
};
const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };
const orders: Record<DayOrder, string> = { dmy: 'the day first', mdy: 'the month first' };

export type PreviewProps = {
  preview: PreviewResult;
  settings: Settings;
  defaultSource: string;
  onChange: (settings: Settings) => void;
};

/** What the file is, what would become of it, and what can be chosen about that. */
export const Preview = ({ preview, settings, defaultSource, onChange }: PreviewProps) => {
  const isFixed = isForCommand(preview);
  const { format, columns, rows, refused, postings, faults, reasons = [], problem, dates } = preview;
  return (
    <section aria-label="What it would become">
      <h2>What it would become</h2>
      {problem !== null && !isFixed && (
        <p className="trouble" role="alert">
          This file cannot be loaded: {problem}.
        </p>
      )}
      {format && (
        <p>
          It is {kinds[format.kind]}, {format.encoding}.
          {format.delimiter !== undefined &&
            ` Between its cells are ${delimiters[format.delimiter] ?? format.delimiter}.`}
          {format.encoding === 'windows-1252' && ' (It is no UTF-8, and has no byte order mark.)'} Of the
          first {count(rows)} rows {count(rows - refused)} can be taken, {count(refused)} cannot.
        </p>
      )}
      {columns.length > 0 && !isFixed && (
        <>
          <div className="tools">
            <Select
              label={`Dates like 03/04/2025${dates === null ? '' : ` (here: ${orders[dates]})`}`}
              value={settings.dates}
              none="as the file shows"
              options={dayOrders.map((value) => ({ value, name: orders[value] }))}
              onChange={(value) => onChange({ ...settings, dates: value as DayOrder | undefined })}
            />
            <SettledInput
              {...{ label: 'Source of all rows', value: settings.source, faultOf: sourceFault }}
              {...{ placeholder: defaultSource, most: 64 }}
              onChange={(source) => onChange({ ...settings, source })}
            />
            <SettledInput
              {...{ label: 'Country of rows that name no place', value: settings.country }}
              {...{ faultOf: countryFault, placeholder: 'none', most: 64 }}
              onChange={(country) => onChange({ ...settings, country })}
            />
          </div>
          {wantsOrder(preview, settings) && (
            <p className="stale" role="status">
              There are dates like 03/04/2025, and none that shows whether day or month is first: choose that
              (above), then the file can be loaded.
            </p>
          )}
          <ColumnsTable
            columns={columns}
            onChoose={(column, field) => onChange(withColumn(settings, columns, column, field))}
          />
        </>
      )}
      {qualityTexts(preview).map((text) => (
        <p key={text} className="caption">
          {text}
        </p>
      ))}
      {reasons.length > 0 && (
        <>
          <h3>Why rows cannot be taken</h3>
          <ul className="faults" aria-label="Commonest reasons">
            {reasons.map((reason) => (
              <li key={`${reason.line} ${reason.path}`}>
                {count(reason.rows)} × {reason.path && `${reason.path}: `}
                {reason.message} (line {reason.line})
              </li>
            ))}
          </ul>
        </>
      )}
      {faults.length > 0 && (
        <>
          <h3>First faults</h3>
          <ul className="faults">
            {faults.slice(0, 10).map(({ line, path, message }) => (
              <li key={`${line} ${path}`}>
                Line {line}
                {path && `, ${path}`}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {postings.length > 0 && (
        <>
          <h3>How well the fields of the first postings are known</h3>
          <QualityTable postings={postings} />
          <h3>First postings, as they would be stored</h3>
          <PostingsTable postings={postings} />
        </>
      )}
    </section>
  );
};
