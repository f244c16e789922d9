import type { Callout, Tone } from './model.ts';

/** The sign of a tone; for the eye only, a word always stands beside it. */
export function toneIcon(tone: Tone): string {
  return toneIcons[tone];
}

/** The sign of a callout; for the eye only. */
export function calloutIcon(kind: Callout['kind']): string {
  return calloutIcons[kind];
}

/** Points right; the style sheet turns it when its part is open. */
export const chevronIcon: string = svg('<path class="stroke" d="M6 3.5 10.5 8 6 12.5"/>', 'chevron');

const disc = '<circle class="fill" cx="8" cy="8" r="7.25"/>';

const toneIcons: Readonly<Record<Tone, string>> = {
  success: svg(`${disc}<path class="cut" d="m4.8 8.3 2.2 2.2 4.3-4.7"/>`, 'tone'),
  warning: svg('<path class="fill" d="M8 1.2 15.4 14.4H.6Z"/><path class="cut" d="M8 5.6v4.3M8 11.7v.6"/>', 'tone'),
  error: svg(`${disc}<path class="cut" d="m5.5 5.5 5 5m0-5-5 5"/>`, 'tone'),
  none: svg('<path class="stroke" d="M2 3.5h12v9H2zM2.4 4 8 8.6 13.6 4"/>', 'tone'),
};

const calloutIcons: Readonly<Record<Callout['kind'], string>> = {
  repeat: svg('<path class="stroke" d="M13 8a5 5 0 1 1-1.6-3.7M13 2.2v2.9h-2.9"/>', 'sign'),
  sent: svg('<path class="stroke" d="M8 2 14.6 13.6H1.4ZM8 6.4v3.4M8 11.4v.5"/>', 'sign'),
  notSent: svg('<circle class="stroke" cx="8" cy="8" r="6"/><path class="stroke" d="m3.9 3.9 8.2 8.2"/>', 'sign'),
  note: svg('<circle class="stroke" cx="8" cy="8" r="6"/><path class="stroke" d="M8 7.4v3.8M8 4.7v.5"/>', 'sign'),
};

function svg(content: string, name: string): string {
  return `<svg class="icon ${name}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">${content}</svg>`;
}
