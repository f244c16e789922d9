/** One tab stop of a snippet: its number and what it holds at first; a mirror repeats an earlier one. */
export interface TabStop {
  readonly number: number;
  readonly text: string;
  readonly choices?: readonly string[];
  readonly mirror?: true;
}

/** The tab stops of a snippet in reading order. */
export function tabStops(snippet: string): readonly TabStop[] {
  const stops: TabStop[] = [];
  expand(snippet, stop => {
    stops.push(stop);
    return '';
  });
  return stops;
}

/** The text that VS Code would insert, each tab stop replaced by what `fill` says. */
export function expand(snippet: string, fill: (stop: TabStop) => string = ({ text }) => text): string {
  const known = new Map<string, string>();
  return snippet.replace(
    /\$(\d+)|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}|\\([\\$}])/g,
    (_whole, mirror, number, text, choiceNumber, choices, escaped) => {
      if (escaped !== undefined) return escaped;
      if (mirror !== undefined) {
        fill({ number: Number(mirror), text: known.get(mirror) ?? '', mirror: true });
        return known.get(mirror) ?? '';
      }
      const values = choices?.split(',').map(withoutEscapes);
      const stop = { number: Number(number ?? choiceNumber), text: values?.[0] ?? withoutEscapes(text) };
      const filled = fill({ ...stop, ...(values && { choices: values }) });
      known.set(String(stop.number), filled);
      return filled;
    },
  );
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
