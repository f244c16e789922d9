/** Milliseconds at sizes in bytes. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [bytes: number, milliseconds: number])[];
}

const width = 720;
const height = 440;
const margin = { left: 72, right: 24, top: 48, bottom: 56 };
const colours = ['#0b62c4', '#b3470e', '#1f7a3a'];

/**
 * A picture of time against size, both axes logarithmic: what grows in proportion is a line at 45 decades of the same
 * length, parallel to the dashed one.
 */
export function plot(curves: readonly Curve[]): string {
  const all = curves.flatMap(({ points }) => points);
  const x = scale(decadesOf(all.map(([bytes]) => bytes)), margin.left, width - margin.right);
  const y = scale(decadesOf(all.map(([, time]) => time)), height - margin.bottom, margin.top);
  const parts = [
    ...x.decades.map(value => vertical(x.at(value), sizeName(value))),
    ...y.decades.map(value => horizontal(y.at(value), `${value} ms`)),
    proportional(all[all.length - 1] ?? [1, 1], x, y),
    ...curves.flatMap((curve, index) => drawn(curve, colours[index % colours.length] ?? '', index, x, y)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<title>Time against size, both logarithmic</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

interface Scale {
  readonly decades: readonly number[];
  at(value: number): number;
}

function decadesOf(values: readonly number[]): readonly number[] {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.ceil(Math.log10(Math.max(...values)));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}

function scale(decades: readonly number[], from: number, to: number): Scale {
  const low = Math.log10(decades[0] ?? 1);
  const high = Math.log10(decades.at(-1) ?? 10);
  return { decades, at: value => round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)) };
}

function vertical(at: number, label: string): string {
  const bottom = height - margin.bottom;
  return `<path d="M${at} ${margin.top}V${bottom}" stroke="#dddddd"/><text x="${at}" y="${bottom + 22}" text-anchor="middle">${label}</text>`;
}

function horizontal(at: number, label: string): string {
  return `<path d="M${margin.left} ${at}H${width - margin.right}" stroke="#dddddd"/><text x="${margin.left - 8}" y="${at + 4}" text-anchor="end">${label}</text>`;
}

/** What ends where the last curve ends and would grow in proportion. */
function proportional([bytes, time]: readonly [number, number], x: Scale, y: Scale): string {
  const decades = 3;
  const start = `${x.at(bytes / 10 ** decades)} ${y.at(time / 10 ** decades)}`;
  return `<path d="M${start}L${x.at(bytes)} ${y.at(time)}" stroke="#888888" stroke-dasharray="6 5" fill="none"/>`;
}

function drawn({ name, points }: Curve, colour: string, index: number, x: Scale, y: Scale): readonly string[] {
  const places = points.map(([bytes, time]) => `${x.at(bytes)} ${y.at(time)}`);
  const dots = points.map(
    ([bytes, time]) => `<circle cx="${x.at(bytes)}" cy="${y.at(time)}" r="3.5" fill="${colour}"/>`,
  );
  return [
    `<path d="M${places.join('L')}" stroke="${colour}" stroke-width="2" fill="none"/>`,
    dots.join(''),
    `<text x="${margin.left + 12 + index * 260}" y="28" fill="${colour}" font-weight="bold">${name}</text>`,
  ];
}

function sizeName(bytes: number): string {
  if (bytes >= 1e6) return `${bytes / 1e6} MB`;
  return bytes >= 1000 ? `${bytes / 1000} KB` : `${bytes} B`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
