import { withLine } from '../../lines.ts';
import type { RequestDocument } from '../../request.ts';
import { isTextElement } from '../../vocabulary.ts';
import { type Slip, slip } from './slip.ts';
import { localOf, tagTexts } from './tagText.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const like = /^\ufeff?(<[?!]?\s*xml(?![\w:.-])[^<>]*>?)/i;
const sound =
  /^<\?xml\s+version\s*=\s*(?:"[^"]*"|'[^']*')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/;

/** An XML declaration with a slip: of what stands in one, nothing is left to choose. */
export function wrongDeclaration({ flaw, text }: RequestDocument): Slip | undefined {
  const raw = flaw && like.exec(text)?.[1]?.trimEnd();
  if (!raw || sound.test(raw) || (raw.startsWith('<xml') && text.includes('</xml'))) return undefined;
  const from = text.indexOf('<');
  const range = { from, to: from + raw.length };
  return slip('xml.not-well-formed', range, { reason: reasonOf(raw) }, [{ ...range, insert: declaration }], {
    title: `Write ${declaration}`,
  });
}

function reasonOf(raw: string): string {
  if (/^<\?xml/i.test(raw) && !raw.startsWith('<?xml'))
    return 'the XML declaration is written in lower case, <?xml …?>';
  return /^<\?xml\s/.test(raw) && raw.endsWith('?>') && !/^<\?xml\s+version\s*=/.test(raw)
    ? 'the XML declaration begins with version="1.0"'
    : `the XML declaration is written ${declaration}`;
}

/** `<!– … –>` and `<!- … ->`: two hyphens became one, or a dash. */
export function wrongComment(request: RequestDocument): Slip | undefined {
  const { flaw, text } = request;
  if (!flaw) return undefined;
  for (const { from, to, raw } of tagTexts(request).tags) {
    const begin = /^<!(?:-(?!-)|-?[–—]+-?)/.exec(raw)?.[0].length;
    if (begin === undefined || !raw.endsWith('>')) continue;
    let end = to - 1;
    while (/[-–—]/.test(text[end - 1] ?? '')) end--;
    if (end < from + begin) continue;
    const edits = [
      { from, to: from + begin, insert: '<!--' },
      { from: end, to, insert: '-->' },
    ];
    const reason = 'a comment is written <!-- … -->, with two hyphens on both sides';
    return slip('xml.not-well-formed', { from, to: from + begin }, { reason }, edits, { title: 'Write <!-- … -->' });
  }
  return undefined;
}

/** `<!`, `<!-` or `<![CDA`, and then something else: a comment or a section that is being typed. */
export function begunComment(request: RequestDocument): Slip | undefined {
  const { flaw, text } = request;
  if (!flaw) return undefined;
  const { tags } = tagTexts(request);
  for (const [index, { from, raw }] of tags.entries()) {
    const begin = /^<!(?:-|\[?[A-Z]*)(?=\s*$)/.exec(raw)?.[0];
    if (begin === undefined) continue;
    const range = { from, to: from + begin.length };
    const before = tags[index - 1];
    const isInText = before?.kind === 'start' && isTextElement(localOf(before.name));
    const asText = { title: 'Replace < by &lt;', edits: [{ from, to: from + 1, insert: '&lt;' }] };
    const data = { begin, end: begin.startsWith('<![') ? ']]>' : '-->' };
    return slip('xml.unterminated', range, data, [{ ...withLine(text, range), insert: '' }], {
      title: `Remove ${begin}`,
      isGuess: true,
      others: isInText ? [asText] : [],
    });
  }
  return undefined;
}
