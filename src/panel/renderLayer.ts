import { escapeHtml } from './escape.ts';
import { chevronIcon } from './icons.ts';
import { durationText } from './measures.ts';
import type { Block, Field, Fields, Layer, Source, TimeBar, TimePart } from './model.ts';

/** One foldable layer as HTML. */
export function renderLayer({ id, heading, summary, open, blocks }: Layer): string {
  return `<details class="layer" id="${id}"${open ? ' open' : ''}>
<summary>${chevronIcon}<h2>${escapeHtml(heading)}</h2><span class="note">${escapeHtml(summary)}</span></summary>
<div class="blocks">
${blocks.map(renderBlock).join('\n')}
</div>
</details>`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'fields':
      return fields(block);
    case 'time':
      return timeBar(block);
    case 'source':
      return source(block);
    case 'notes':
      return `<div><h3>${escapeHtml(block.heading)}</h3><ul class="notes">${block.notes.map(note => `<li>${escapeHtml(note)}</li>`).join('')}</ul></div>`;
  }
}

function fields({ heading, fields: list }: Fields): string {
  const title = heading === undefined ? '' : `<h3>${escapeHtml(heading)}</h3>`;
  return `<div>${title}<dl class="fields">${list.map(field).join('')}</dl></div>`;
}

function field({ name, value, meaning }: Field): string {
  const tells = meaning === undefined ? '' : `<dd class="tells">${escapeHtml(meaning)}</dd>`;
  return `<div><dt>${escapeHtml(name)}</dt><dd><span class="value" dir="auto">${escapeHtml(value)}</span></dd>${tells}</div>`;
}

function source({ heading, text, more, folded }: Source): string {
  const rest = more === undefined ? '' : `<p class="more">${escapeHtml(more)}</p>`;
  const body = `<pre>${escapeHtml(`\n${text}`)}</pre>${rest}`;
  return folded
    ? `<details class="source"><summary>${chevronIcon}${escapeHtml(heading)}</summary>${body}</details>`
    : `<div><h3>${escapeHtml(heading)}</h3>${body}</div>`;
}

const barWidth = 1000;

/** Drawn with attributes, because the policy of the page forbids styles on elements. */
function timeBar({ heading, totalMs, parts }: TimeBar): string {
  const told = parts.map(part => `${part.label} ${durationText(part.durationMs)}`).join(', ');
  return `<div><h3>${escapeHtml(`${heading}: ${durationText(totalMs)} in all`)}</h3>
<svg class="bar" viewBox="0 0 ${barWidth} 10" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(`Time in all ${durationText(totalMs)}: ${told}`)}">${parts.map(part => segment(part, totalMs)).join('')}</svg>
<dl class="legend">${parts.map(legendEntry).join('')}</dl></div>`;
}

/** At least a hair wide, so that a step that happened is seen; a gap tells it from the next. */
function segment({ id, startMs, durationMs }: TimePart, totalMs: number): string {
  if (totalMs <= 0) return '';
  const x = (startMs / totalMs) * barWidth;
  const width = Math.max(2, (durationMs / totalMs) * barWidth - 3);
  return `<rect class="${id}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="10"/>`;
}

function legendEntry({ id, label, durationMs }: TimePart): string {
  return `<div><dt><svg class="swatch" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false"><rect class="${id}" width="10" height="10"/></svg>${escapeHtml(label)}</dt><dd>${durationText(durationMs)}</dd></div>`;
}
