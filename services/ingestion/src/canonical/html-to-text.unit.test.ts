import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MOST_NESTED, toPlainText } from './html-to-text.ts';

describe('HTML becomes the text that a reader sees', () => {
  test.each([
    ['paragraphs stand apart', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['unclosed paragraphs too', 'One<p>Two<p>Three', 'One\n\nTwo\n\nThree'],
    ['br breaks a line', 'One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['list items get a dash', '<p>We use</p><ul><li>Go</li><li>Rust</li></ul>', 'We use\n\n- Go\n- Rust'],
    ['entities are decoded', '<p>R&amp;D &#x2F; C&#43;&#43; &lt;3</p>', 'R&D / C++ <3'],
    ['scripts and styles go', '<style>p{}</style><p>Hi</p><script>alert("x")</script>', 'Hi'],
    ['white space folds', '<p>a \n\t b&nbsp;&nbsp; c</p>', 'a b c'],
    ['but not in pre', '<pre>a\n  b</pre>', 'a\n  b'],
    ['inline tags leave no gap', '<b>Type</b>Script and <i>Go</i>', 'TypeScript and Go'],
    ['an address is no tag', '<p>Jane <jane@a.example></p>', 'Jane <jane@a.example>'],
    ['nor is what hides one', '<p>jane<at>a<DOT>example</p>', 'jane<at>a<DOT>example'],
    ['a tag with an address in it is one', '<b title="mailto:jane@a.example">Jane</b>', 'Jane'],
    ['cells stand apart', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ])('%s', (_, html, text) => {
    expect(toPlainText(html)).toBe(text);
  });
});

test.each([
  ['<html><head><meta charset="utf-8"><title>Boats</title><p>We fold</p>', 'We fold'],
  ['<html><head><title>Boats</title><body>We fold', 'We fold'],
  ['<p>1</p><svg><path d="x"><p>We fold</p>', '1\n\nWe fold'],
  ['<p>1</p><svg><text>Boats</text></svg><p>We fold</p>', '1\n\nWe fold'],
  ['<p>1</p><script>"<p>Boats</p>"</script><p>We fold</p>', '1\n\nWe fold'],
])('what nothing closes ends where text that is shown begins: %s', (html, text) => {
  expect(toPlainText(html)).toBe(text);
});

describe('of a link whose text is a name', () => {
  test.each([
    ['a mailbox leaves its mark', '<a href="mailto:jane@a.example">Jane Doe</a>', '"Jane Doe" <[email]>'],
    ['encoded', '<a href="mailto:jane%40a.example?cc=b">Mr <i>Jo Doe</i></a>', '"Mr Jo Doe" <[email]>'],
    ['a telephone', 'Ask <a href="tel:+4930901820"> Jane  Doe </a>.', 'Ask "Jane Doe" <[phone]> .'],
    ['a profile', '<a href="https://linkedin.com/in/jane">Jane <b>Doe</b></a>!', '"Jane Doe" <[profile]>!'],
    ['one name that the target has', '<a href="mailto:zoe.d@a.example">Zoë</a>', '"Zoë" <[email]>'],
    ['a line end in it', '<a href="mailto:jd@a.example">Jane Doe<br></a>.', '"Jane Doe" <[email]>\n.'],
    ['a paragraph in it', '<a href="mailto:jd@a.example"><p>Jane Doe</p></a>', '"Jane Doe" <[email]>'],
    [
      'in HTML that was escaped',
      '&lt;p&gt;Ask &lt;a href=&quot;mailto:jd@a.example&quot;&gt;Jane Doe&lt;/a&gt;&lt;/p&gt;',
      'Ask "Jane Doe" <[email]>',
    ],
    ['a title behind it', '<a href="mailto:jd@a.example">Jane Doe, CTO</a>', '"Jane Doe" <[email]>, CTO'],
    ['one in brackets', '<a href="tel:+4930901820">Jo Doe (HR)</a>', '"Jo Doe" <[phone]> (HR)'],
    ['unclosed', '<a class=x href=mailto:j@a.example>Jane Doe<a href=/x>More', '"Jane Doe" <[email]>More'],
  ])('%s', (_, html, text) => {
    expect(toPlainText(html)).toBe(text);
  });

  test.each([
    ['<a href="mailto:jane@a.example">jane@a.example</a>', 'jane@a.example'],
    ['<a href="tel:+4930901820">+49 30 901820</a>', '+49 30 901820'],
    ['<a href="https://linkedin.com/in/jane">linkedin.com/in/jane</a>', 'linkedin.com/in/jane'],
    ['<a href="mailto:jobs@a.example">Apply Here</a>', 'Apply Here'],
    ['<a href="mailto:jobs@a.example">Get Started</a>', 'Get Started'],
    ['<a href="mailto:jobs@a.example">Talent Team</a>', 'Talent Team'],
    ['<a href="mailto:karriere@a.example">Karriere</a>', 'Karriere'],
    ['<a href="mailto:jane@a.example">Folding</a>', 'Folding'],
    ['<a href="mailto:jane@a.example">Boats Corp</a>', 'Boats Corp'],
    ['<a href="mailto:jane@a.example">Unser Postfach</a>', 'Unser Postfach'],
    ['<a href="mailto:sales@a.example">Sales, Kiel</a>', 'Sales, Kiel'],
    ['<a href="mailto:jobs@a.example">Talent Team, Kiel</a>', 'Talent Team, Kiel'],
    ['<a href="mailto:?subject=Hi">Jane Doe</a>', 'Jane Doe'],
    ['<a href="https://a.example/jane">Jane Doe</a>', 'Jane Doe'],
    ['<a href="https://linkedin.com/company/a">Paper Boats</a>', 'Paper Boats'],
    ['<a>Jane Doe</a><b href="mailto:jane@a.example">Jane Doe</b>', 'Jane DoeJane Doe'],
    ['<a href="mailto:jane@a.example">Jane<br>Doe</a>', 'Jane\nDoe'],
    ['<a href="mailto:jobs@a.example">Acme Robotics, Berlin</a>', 'Acme Robotics, Berlin'],
  ])('others leave nothing: %s', (html, text) => {
    expect(toPlainText(html)).toBe(text);
  });
});

describe('plain text stays as it is', () => {
  test.each([
    ['lines are kept', 'One\r\nTwo\n\n\n\nThree', 'One\nTwo\n\nThree'],
    ['a generic type is no tag', 'Vec<String> and a < b', 'Vec<String> and a < b'],
    ['entities alone are decoded, lines kept', 'R&amp;D\nVec<T>', 'R&D\nVec<T>'],
    ['control and invisible characters go', 'a\u0000b\u200bc\u00add\ufeff', 'abcd'],
    ['accents are composed', 'Malmo\u0308', 'Malm\u00f6'],
    ['half a surrogate pair is replaced', 'a\ud83d', 'a\ufffd'],
  ])('%s', (_, source, text) => {
    expect(toPlainText(source)).toBe(text);
  });

  test('text that is declared as text keeps its tags', () => {
    expect(toPlainText('use <p> &amp;', 'text')).toBe('use <p> &amp;');
  });
});

test('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('a', '\u0344', '\u0323', '\u{1d165}', '\u200b'), maxLength: 200 }),
      ),
      fc.constantFrom('html', 'text', undefined),
      (source, format) => {
        const clean = toPlainText(source, format)!;
        expect(toPlainText(clean, 'text')).toBe(clean);
      },
    ),
  );
});

describe('a letter keeps thirty marks at most, as the stream-safe text format has it (UAX #15, 13):', () => {
  test.each([
    ['thirty stay', '\u0301'.repeat(30), 30],
    ['the thirty-first goes, with all behind it', '\u0301'.repeat(60_000), 30],
    ['also where what is never seen stands between them', '\u0301\u200b'.repeat(5_000), 30],
    ['also those beyond 16 bits', '\u{1d165}'.repeat(5_000), 30],
    ['also where one becomes two', '\u0344'.repeat(30), 30],
  ])('%s', (_, marks, kept) => {
    const text = toPlainText(`x${marks} y`, 'text')!;
    expect([[...text].length, text.normalize('NFC') === text, text.endsWith(' y')]).toEqual([
      kept + 3,
      true,
      true,
    ]);
  });
});

test('HTML nested deeper than browsers build is not rendered, and what is not so deep is, however much of it', () => {
  expect(toPlainText(`${'<div>'.repeat(MOST_NESTED)}Go`)).toBe('Go');
  expect(toPlainText(`${'<div>'.repeat(MOST_NESTED + 1)}Go`)).toBeNull();
  expect(toPlainText('<div><br>Go</div>'.repeat(2 * MOST_NESTED))).toContain('Go');
  expect(toPlainText('Go</p></i></br>'.repeat(2 * MOST_NESTED))).toContain('Go');
});

/** CPU time of this thread for a text, in µs: it excludes what else the machine does. */
const workOf = (source: string, runs = 1): number => {
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) toPlainText(source);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / runs;
};

const deep = '<b>'.repeat(MOST_NESTED);

// The longest description that is accepted. The most expensive of these takes some ten times what an ordinary text of
// that length takes; quadratic work would take well over 1,000 times as much.
test.each([
  ['unclosed tags', '<b>'.repeat(60_000)],
  ['tags closed as deep as they were opened', '<div>'.repeat(18_000) + '</div>'.repeat(18_000)],
  ['what may be an address', '<a@'.repeat(60_000)],
  ['an address without an end', '<' + 'a'.repeat(60_000) + '@' + 'a'.repeat(60_000)],
  ['links', '<a href=mailto:a@b.c>A'.repeat(9_000)],
  ['a long link', '<a href=mailto:a@b.c>' + 'Aa '.repeat(60_000) + '</a>'],
  ['links to what may be an address', `<a href="mailto:${'a@'.repeat(150)}">Aa Aa</a>`.repeat(630)],
  ['blanks', ' '.repeat(199_000) + 'x'],
  ['tag openings', '<p '.repeat(60_000)],
  ['closings without openings', deep + '</i>'.repeat(49_000)],
  ['openings and closings at the bound', deep.slice(3) + '<b></b>'.repeat(28_000)],
  ['foreign names at the bound', 'x<svg><desc>' + deep.slice(9) + '</altglyph>'.repeat(18_000)],
  ['marks', 'a' + '\u0301\u0323'.repeat(99_000)],
  ['marks between which something unseen stands', 'a' + '\u0301\u200b\u0323\u200b'.repeat(49_000)],
  ['runs of as many marks as may be', ('a' + '\u0301\u0323'.repeat(15)).repeat(6_400)],
])('200,000 characters of %s take no more work than 60 ordinary texts as long', (_, source) => {
  const ordinary = '<p>We run <b>Go</b> &amp; Kafka.</p><ul><li>Rust</li></ul>'.repeat(3_500);
  expect(workOf(source)).toBeLessThan(60 * workOf(ordinary, 10));
});
