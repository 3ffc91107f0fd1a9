/**
 * The one string that the spans of a posting's tags refer to: title, an empty line, description.
 * Whoever shows a span must build the string by this function, or by the same rule.
 */
export function postingText({ title, description }: { title: string; description: string }): string {
  return `${title}\n\n${description}`;
}
