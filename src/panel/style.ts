/**
 * The style sheet of the panel. Colours come from the theme alone; text always has a text colour of the theme, and the
 * colour of the tone is only ever an addition to a word and a shape.
 */
export const style = `
:root {
  --text: var(--vscode-editor-foreground, var(--vscode-foreground, CanvasText));
  --muted: var(--vscode-descriptionForeground, var(--text));
  --paper: var(--vscode-editor-background, Canvas);
  --link: var(--vscode-textLink-foreground, LinkText);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, color-mix(in srgb, var(--text) 18%, transparent)));
  --soft: color-mix(in srgb, var(--text) 5%, transparent);
  --code: var(--vscode-editor-font-family, ui-monospace, Menlo, Consolas, monospace);
  --radius: 6px;
}
* { box-sizing: border-box; }
html { background: var(--paper); }
body {
  margin: 0;
  padding: 0;
  background: var(--paper);
  color: var(--text);
  font-family: var(--vscode-font-family, system-ui, sans-serif);
  font-size: var(--vscode-font-size, 13px);
  line-height: 1.55;
}
main { max-width: 58rem; margin: 0 auto; padding: 1.5em clamp(0.9em, 4vw, 2.2em) 4em; }
h1, h2, h3, p, ol, ul, dl, dd, figure, blockquote, pre { margin: 0; padding: 0; }
h1, h2, h3 { font-weight: 600; line-height: 1.25; }
blockquote { background: none; border: 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { color: var(--vscode-textLink-activeForeground, var(--link)); }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); outline-offset: 2px; border-radius: 3px; }
.icon { flex: none; width: 1.25em; height: 1.25em; }
.stroke { fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
.value, pre, blockquote, .headline { unicode-bidi: isolate; overflow-wrap: anywhere; }
.value, pre { font-family: var(--code); font-size: 0.95em; }

.success { --tone: var(--vscode-charts-green, var(--vscode-testing-iconPassed, #388a34)); }
.warning { --tone: var(--vscode-editorWarning-foreground, var(--vscode-charts-yellow, #bf8803)); }
.error { --tone: var(--vscode-editorError-foreground, var(--vscode-errorForeground, #e51400)); }
.none { --tone: var(--muted); color: inherit; }
.tone .fill { fill: var(--tone); }
.tone .cut { fill: none; stroke: var(--paper); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.none .tone { color: var(--muted); }

.verdict {
  padding: 1.4em 1.6em 1.5em 1.9em;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: color-mix(in srgb, var(--tone) 5%, var(--paper));
  border-left: 5px solid var(--tone);
}
.context { display: flex; flex-wrap: wrap; align-items: center; gap: 0.2em 0.55em; }
.context .word { display: inline-flex; align-items: center; gap: 0.45em; font-weight: 600; }
.context .part::before { content: '·'; margin-right: 0.55em; color: var(--muted); }
.headline { margin-top: 0.28em; font-size: clamp(1.55em, 5vw, 2.15em); letter-spacing: -0.01em; }
.meaning { max-width: 66ch; margin-top: 0.55em; font-size: 1.12em; overflow-wrap: anywhere; }
.said { max-width: 66ch; margin-top: 0.9em; padding-left: 0.9em; border-left: 2px solid var(--line); }
.said figcaption, .said summary { color: var(--muted); font-size: 0.92em; }
.facts { display: flex; flex-wrap: wrap; gap: 0.5em 2em; margin-top: 1.2em; }
.facts dt { color: var(--muted); font-size: 0.92em; }
.facts dd { font-weight: 600; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }

.actions { display: flex; flex-wrap: wrap; gap: 0.5em; margin-top: 1.4em; list-style: none; }
.actions li { min-width: 0; }
.callout > div { min-width: 0; }
.actions.copies { align-items: center; gap: 0.35em 1.4em; margin-top: 0.95em; }
.copies a { text-decoration: none; }
.copies a:hover { text-decoration: underline; }
.button {
  display: inline-block;
  padding: 0.3em 0.85em;
  border: 1px solid var(--vscode-contrastBorder, color-mix(in srgb, var(--text) 22%, transparent));
  border-radius: 4px;
  color: var(--text);
  background: transparent;
  text-decoration: none;
  line-height: 1.5;
  overflow-wrap: anywhere;
}
.button:hover { color: var(--text); background: color-mix(in srgb, var(--text) 10%, transparent); }
.button.primary {
  font-weight: 600;
  color: var(--vscode-button-foreground, var(--paper));
  background: var(--vscode-button-background, var(--link));
  border-color: var(--vscode-contrastBorder, var(--vscode-button-border, transparent));
}
.button.primary:hover {
  color: var(--vscode-button-foreground, var(--paper));
  background: var(--vscode-button-hoverBackground, var(--vscode-button-background, var(--link)));
}

.callout { display: flex; gap: 0.75em; margin-top: 1em; padding: 0.85em 1.1em; border: 1px solid var(--line); border-radius: var(--radius); background: var(--soft); }
.callout .icon { margin-top: 0.15em; }
.callout h2 { font-size: 1em; line-height: 1.55; }
.callout p { max-width: 66ch; overflow-wrap: anywhere; }
.callout .actions { margin-top: 0.6em; }

.advice { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1.6em 2.6em; margin-top: 1.9em; }
.advice h2, .messages h2 { font-size: 1.2em; }
.advice ol, .advice ul { margin-top: 0.7em; padding-left: 1.5em; }
.advice li { padding-left: 0.25em; overflow-wrap: anywhere; }
.advice li + li { margin-top: 0.6em; }
.advice li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
.advice li a { display: table; margin-top: 0.4em; padding: 0.15em 0.7em; }
.advice + .callout { margin-top: 1.7em; }

.messages { margin-top: 2em; }
.messages > p { margin-top: 0.4em; }
table { width: 100%; margin-top: 0.8em; border-collapse: collapse; }
th, td { padding: 0.5em 0.7em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { color: var(--muted); font-weight: 400; }
th:first-child, td:first-child { width: 3.2em; padding-left: 0; color: var(--muted); font-variant-numeric: tabular-nums; }
.entries th:first-child, .entries td:first-child { width: auto; color: var(--text); overflow-wrap: anywhere; }
.entries td .text { color: var(--muted); }
.entries td a { text-decoration: none; }
.entries td a:hover { text-decoration: underline; }
td .word { display: flex; align-items: center; gap: 0.5em; flex-wrap: wrap; }
td .word strong { overflow-wrap: anywhere; }
td .text { margin-top: 0.15em; overflow-wrap: anywhere; }

.layers { display: grid; gap: 0.75em; margin-top: 2em; }
.layer { min-width: 0; border: 1px solid var(--line); border-radius: var(--radius); }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
.layer > summary { display: flex; align-items: baseline; gap: 0.6em; padding: 0.7em 1em; border-radius: var(--radius); }
.layer > summary:hover { background: var(--soft); }
.layer > summary h2 { flex: none; font-size: 1.08em; }
.layer > summary .note { color: var(--muted); overflow-wrap: anywhere; min-width: 0; }
.layer > summary .chevron { align-self: flex-start; margin-top: 0.32em; }
.chevron { align-self: center; width: 1em; height: 1em; }
details[open] > summary > .chevron { transform: rotate(90deg); }
.blocks { display: grid; gap: 1.5em; padding: 0.5em 1.1em 1.3em 2.6em; }
.blocks > * { min-width: 0; }
.blocks h3, .source > summary { font-size: 1em; font-weight: 600; }
.fields > div { display: grid; grid-template-columns: minmax(8em, 15em) minmax(0, 1fr); gap: 0 1.4em; padding: 0.38em 0; border-bottom: 1px solid color-mix(in srgb, var(--text) 9%, transparent); }
.fields dt { color: var(--muted); overflow-wrap: anywhere; }
.fields .tells { grid-column: -2 / -1; font-family: inherit; color: var(--muted); font-size: 0.95em; }
h3 + .fields { margin-top: 0.4em; }
.notes { padding-left: 1.4em; }
.source > summary, .said > summary { display: flex; align-items: center; gap: 0.5em; }
pre { margin-top: 0.6em; padding: 0.9em 1.1em; border: 1px solid var(--line); border-radius: 4px; background: var(--vscode-textCodeBlock-background, var(--soft)); color: var(--text); white-space: pre-wrap; tab-size: 2; }
.more { margin-top: 0.5em; color: var(--muted); }

.bar { display: block; width: 100%; height: 0.95em; margin-top: 0.7em; border-radius: 3px; }
.legend { display: flex; flex-wrap: wrap; gap: 0.4em 1.8em; margin-top: 0.6em; }
.legend > div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.45em; }
.legend dt { display: flex; align-items: center; gap: 0.45em; color: var(--muted); }
.legend dd { font-variant-numeric: tabular-nums; }
.swatch { width: 0.75em; height: 0.75em; border-radius: 2px; }
.name { fill: var(--vscode-charts-purple, #b180d7); }
.connect { fill: var(--vscode-charts-blue, #3794ff); }
.tls { fill: var(--vscode-charts-green, #89d185); }
.authentication { fill: color-mix(in srgb, var(--vscode-charts-red, #f14c4c), var(--vscode-charts-yellow, #cca700)); }
.wait { fill: var(--vscode-charts-yellow, #cca700); }
.download { fill: color-mix(in srgb, var(--text) 55%, var(--paper)); }

.empty { max-width: 34rem; margin: 12vh auto 0; text-align: center; }
.empty .tone { width: 3.4em; height: 3.4em; }
.empty .tone .stroke { stroke-width: 0.8; }
.empty .meaning { margin-left: auto; margin-right: auto; color: var(--muted); }
.empty .actions { justify-content: center; }

@media (max-width: 34rem) {
  .verdict { padding: 1em 1em 1.1em 1.25em; }
  .blocks { padding-left: 1.1em; }
  .fields > div { grid-template-columns: minmax(0, 1fr); }
}
`;
