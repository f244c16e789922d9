import { escapeHtml } from './escape.ts';
import { calloutIcon, chevronIcon, toneIcon } from './icons.ts';
import { countText } from './measures.ts';
import type { Callout, EntryTable, Field, MessageTable, PanelAction, PanelStep, PanelView } from './model.ts';
import { renderLayer } from './renderLayer.ts';
import { style } from './style.ts';

/** What the host of the page gives. */
export interface PanelPage {
  /** Unguessable, new for each page: Base64 or Base64url characters. */
  readonly nonce: string;
}

/**
 * The whole HTML document for a view. It holds no script and loads nothing: its Content-Security-Policy allows only
 * its own style sheet, by nonce. Actions are `command:` links; the webview must allow them with `panelCommands`.
 */
export function render(view: PanelView, page: PanelPage): string {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/.test(page.nonce)) throw new Error('The nonce of the panel is not a nonce.');
  const policy = `default-src 'none'; style-src 'nonce-${page.nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(view.title)}</title>
<style nonce="${page.nonce}">${style}</style>
</head>
<body>
<main>
${view.face === 'empty' ? emptyFace(view) : filledFace(view)}
</main>
</body>
</html>
`;
}

function emptyFace(view: PanelView): string {
  return `<div class="empty none">
${toneIcon('none')}
<h1 class="headline">${escapeHtml(view.headline)}</h1>
<p class="meaning">${escapeHtml(view.meaning)}</p>
${actionList(view.actions, view.primary)}
</div>`;
}

function filledFace(view: PanelView): string {
  return [
    verdict(view),
    ...view.callouts.filter(each => each.kind !== 'repeat').map(each => callout(each, view.primary)),
    advice(view),
    ...view.callouts.filter(each => each.kind === 'repeat').map(each => callout(each, view.primary)),
    view.messages === undefined ? '' : messages(view.messages),
    view.entries === undefined ? '' : entries(view.entries),
    `<div class="layers">\n${view.layers.map(renderLayer).join('\n')}\n</div>`,
  ]
    .filter(part => part !== '')
    .join('\n');
}

function verdict(view: PanelView): string {
  const context = view.context.map(part => `<span class="part">${escapeHtml(part)}</span>`).join('');
  return `<header class="verdict ${view.tone}">
<p class="context"><span class="word">${toneIcon(view.tone)}${escapeHtml(view.word ?? '')}</span>${context}</p>
<h1 class="headline">${breakable(view.headline)}</h1>
<p class="meaning">${escapeHtml(view.meaning)}</p>
${view.said === undefined ? '' : said(view.said)}
<dl class="facts">${view.facts.map(fact).join('')}</dl>
${actions(view)}
</header>`;
}

/** A long text, as the names of all operations, is folded: what one can do must stay in sight. */
function said(text: string): string {
  const words = `<blockquote dir="auto">${escapeHtml(text)}</blockquote>`;
  if (text.length <= 300) return `<figure class="said"><figcaption>The server says</figcaption>${words}</figure>`;
  return `<details class="said"><summary>${chevronIcon}What the server says, ${countText(text.length)} characters</summary>${words}</details>`;
}

/** A code is one long word: it may break where its words meet. */
function breakable(headline: string): string {
  return headline
    .split(/(?<=\p{Ll})(?=\p{Lu})/u)
    .map(escapeHtml)
    .join('<wbr>');
}

function fact({ name, value }: Field): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

/** What one does comes first, what one copies in a row below. */
function actions({ actions: all, primary }: PanelView): string {
  const copies = all.filter(action => action.name.startsWith('copy'));
  const others = all.filter(action => !copies.includes(action));
  return all.length === 0 ? '' : `<nav aria-label="Actions">${actionList(others, primary)}${copyList(copies)}</nav>`;
}

function copyList(list: readonly PanelAction[]): string {
  const items = list.map(action => `<li>${link(action, 'copy')}</li>`);
  return items.length === 0 ? '' : `<ul class="actions copies">${items.join('')}</ul>`;
}

function actionList(list: readonly PanelAction[], primary: PanelAction['name'] | undefined): string {
  const items = list.map(action => `<li>${link(action, action.name === primary ? 'button primary' : 'button')}</li>`);
  return items.length === 0 ? '' : `<ul class="actions">${items.join('')}</ul>`;
}

/** The title is never left out: VS Code would show the address of the link, a command with its ids, in its place. */
function link(action: PanelAction, className: string): string {
  const query = action.arguments.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(action.arguments))}`;
  const title = escapeHtml(action.hint ?? action.label);
  return `<a class="${className}" title="${title}" href="${escapeHtml(`command:${action.command}${query}`)}">${escapeHtml(action.label)}</a>`;
}

function callout({ kind, label, text, actions }: Callout, primary: PanelView['primary']): string {
  return `<section class="callout">${calloutIcon(kind)}<div><h2>${escapeHtml(label)}</h2><p>${escapeHtml(text)}</p>${actionList(actions, primary)}</div></section>`;
}

function advice({ steps, causes, primary }: PanelView): string {
  const parts = [
    steps.length === 0
      ? ''
      : `<section><h2>What to do</h2><ol>${steps.map(each => step(each, primary)).join('')}</ol></section>`,
    causes.length === 0
      ? ''
      : `<section><h2>Likely causes</h2><ul>${causes.map(cause => `<li>${escapeHtml(cause)}</li>`).join('')}</ul></section>`,
  ].join('');
  return parts === '' ? '' : `<div class="advice">${parts}</div>`;
}

function step({ text, action }: PanelStep, primary: PanelView['primary']): string {
  const button = action === undefined ? '' : ` ${link(action, action.name === primary ? 'button primary' : 'button')}`;
  return `<li>${escapeHtml(text)}${button}</li>`;
}

function messages({ summary, rows, more }: MessageTable): string {
  const body = rows.map(
    ({ number, tone, word, code, text }) =>
      `<tr><td>${number}</td><td class="${tone}"><div class="word">${toneIcon(tone)}<span>${escapeHtml(word)}</span><strong>${breakable(code)}</strong></div>${
        text === undefined ? '' : `<div class="text" dir="auto">${escapeHtml(text)}</div>`
      }</td></tr>`,
  );
  const rest = more === undefined ? '' : `<p class="more">${escapeHtml(more)}</p>`;
  return `<section class="messages" aria-labelledby="messages"><h2 id="messages">Response messages</h2><p>${escapeHtml(summary)}</p>
<table><thead><tr><th scope="col">No.</th><th scope="col">Result</th></tr></thead><tbody>
${body.join('\n')}
</tbody></table>${rest}</section>`;
}

function entries({ rows, more }: EntryTable): string {
  const body = rows.map(
    ({ name, detail, action }) =>
      `<tr><td><strong dir="auto">${escapeHtml(name)}</strong><div class="text" dir="auto">${escapeHtml(detail)}</div></td><td>${link(action, 'copy')}</td></tr>`,
  );
  const rest = more === undefined ? '' : `<p class="more">${escapeHtml(more)}</p>`;
  return `<section class="messages entries" aria-labelledby="entries"><h2 id="entries">Groups and contacts</h2>
<table><thead><tr><th scope="col">Name</th><th scope="col">Go on</th></tr></thead><tbody>
${body.join('\n')}
</tbody></table>${rest}</section>`;
}
