// `npm run eval:boards` prints which fields the real answer of each board fills, as ingestion would store them.
import { measureBoards } from './measure-boards.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const results = await measureBoards();
const fields = Object.keys(results[0]!.known);
say(['board'.padEnd(16), 'jobs', ...fields].join('  '));
for (const { board, postings, known } of results) {
  const counts = Object.entries(known).map(([field, count]) => String(count).padStart(field.length));
  say([board.padEnd(16), String(postings.length).padStart(4), ...counts].join('  '));
}
for (const { board, reason, faults, refused } of results)
  for (const line of [reason, ...faults, ...refused]) if (line !== null) say(`${board}: ${line}`);
