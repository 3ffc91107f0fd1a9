import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toPlainText } from './html-to-text.ts';

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
    ['cells stand apart', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ])('%s', (_, html, text) => {
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
      fc.string({ unit: 'binary' }),
      fc.constantFrom('html', 'text', undefined),
      (source, format) => {
        const clean = toPlainText(source, format);
        expect(toPlainText(clean, 'text')).toBe(clean);
      },
    ),
  );
});

/** What this thread takes of the processor for a text, in µs: what else the machine does is not in it. */
const workOf = (source: string, runs = 1): number => {
  const before = process.threadCpuUsage();
  for (let run = 0; run < runs; run += 1) toPlainText(source);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / runs;
};

// The longest description that is taken. The dearest of these is 70 times an ordinary text of that length (the parser
// looks for what a tag closes), a pattern that tries again from each place well over 1,000 times.
test.each([
  ['unclosed tags', '<b>'.repeat(60_000)],
  ['blanks', ' '.repeat(199_000) + 'x'],
  ['tag openings', '<p '.repeat(60_000)],
  ['closings without openings', '<b>'.repeat(30_000) + '</i>'.repeat(25_000)],
])('200,000 characters of %s take no more work than 500 ordinary texts as long', (_, source) => {
  const ordinary = '<p>We run <b>Go</b> &amp; Kafka.</p><ul><li>Rust</li></ul>'.repeat(3_500);
  expect(workOf(source)).toBeLessThan(500 * workOf(ordinary, 10));
});
