// What has no series in it: texts, ranges, lists of labels, numbers and durations.
const TEXT = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|${'`[^`]*`'}`;
const RANGE = String.raw`\[[^\]]*\]`;
const LABELS = String.raw`\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)`;
const NUMBER = String.raw`(?<![\w.:])\.?\d[\w.]*`;
const NAME = String.raw`[a-z_:][\w:]*`;
const SELECTOR = String.raw`(?<selected>(?:${NAME}\s*)?)\{(?<given>(?:${TEXT}|[^"'{}])*)\}`;
// A parenthesis behind a name makes it a function, or an operator before an expression.
const SERIES = String.raw`(?<name>${NAME})(?!\s*\(|[\w:])`;
const TOKEN = new RegExp([TEXT, RANGE, LABELS, NUMBER, SELECTOR, SERIES, NAME].join('|'), 'gi');

// What may stand without a parenthesis behind it and is no series. A word that is missing here makes an expression
// that promtool refuses, while a list of the names of series would let a new one pass unseen.
const words = new Set([
  ...['and', 'or', 'unless', 'atan2', 'bool', 'offset', 'inf', 'nan'],
  ...['by', 'without', 'on', 'ignoring', 'group_left', 'group_right'],
  ...['sum', 'min', 'max', 'avg', 'group', 'count', 'count_values', 'stddev', 'stdvar'],
  ...['topk', 'bottomk', 'limitk', 'limit_ratio', 'quantile'],
]);

/**
 * The expression with matchers in every selector of series, and nowhere else.
 * @param expr PromQL without comments; ranges may be variables of Grafana
 * @param matchers as they stand between braces: `namespace="a",release="b"`
 */
export const withMatchers = (expr: string, matchers: string): string =>
  expr.replaceAll(TOKEN, (token: string, ...rest: unknown[]) => {
    const { selected, given, name } = rest.at(-1) as Record<string, string | undefined>;
    if (given !== undefined) {
      const own = given.trim().replace(/,$/, '');
      return `${selected}{${own === '' ? '' : `${own},`}${matchers}}`;
    }
    return name === undefined || words.has(name.toLowerCase()) ? token : `${name}{${matchers}}`;
  });
