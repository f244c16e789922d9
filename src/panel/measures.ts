/** A length of time for reading: `182 ms`, `1.3 s`, `2 min 5 s`. */
export function durationText(milliseconds: number): string {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) return 'unknown';
  if (milliseconds < 10) return `${Math.round(milliseconds * 10) / 10} ms`;
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A number of bytes for reading: `512 bytes`, `1.2 KB`, `50 MB`; 1 KB is 1,024 bytes. */
export function sizeText(bytes: number): string {
  if (bytes === 1) return '1 byte';
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${rounded(bytes / 1024)} KB`;
  return `${rounded(bytes / (1024 * 1024))} MB`;
}

/** A point in time for reading, in UTC: `2026-11-20 19:41:35 UTC`. */
export function timeText(iso: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso);
  return parts === null ? iso : `${parts[1]} ${parts[2]} UTC`;
}

/** A whole number with separators: `100,000`. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The text, or its first 2,000 UTF-16 units and how many more there are. */
export function shortText(text: string): string {
  return text.length <= 2_000
    ? text
    : `${text.slice(0, 2_000)}… (cut here, ${countText(text.length - 2_000)} more characters)`;
}

function rounded(value: number): string {
  return value < 10 ? String(Math.round(value * 10) / 10) : countText(Math.round(value));
}
