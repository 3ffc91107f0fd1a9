// `npm run eval:privacy` prints how much of what points to a person the masks find in real texts, and what else.
import { measurePrivacy } from './measure-privacy.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`;

const { texts, planted, plantedOtherwise, labelled, found } = await measurePrivacy();
for (const [forms, shares] of [
  ['', planted],
  [', in capitals, wide, or stuck to a word', plantedOtherwise],
] as const) {
  say(`planted in the places where the real ones stood${forms}`);
  for (const [kind, { of, missed }] of Object.entries(shares))
    say(`${kind.padEnd(8)} ${of - missed} of ${of} masked, ${percent(of - missed, of)}`);
}
say(`\nin ${texts} texts as they are, whose addresses and numbers were taken out; ${labelled} of them read`);
for (const [kind, { texts: touched, right, missed, wrong }] of Object.entries(found))
  say(
    `${kind.padEnd(8)} masked in ${touched} texts; where read: ${right} right, ${missed} missed, ${wrong} wrong`,
  );
