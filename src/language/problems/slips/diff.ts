import { isBlank, type TextEdit } from '../../../xml/index.ts';
import type { RequestDocument } from '../../request.ts';
import { heldLines, lineEnd } from './held.ts';
import { type Slip, slip } from './slip.ts';

/** What a diff has before its lines, and where it leaves some out. */
const heading = /^(?:diff |index |--- |\+\+\+ |@@ |\\ )/;

/**
 * A request in a diff that takes lines away and adds others. Where such a line belongs to a text, nobody can tell whether the
 * mark is a part of it: that is none.
 */
export function unifiedDiff({ text }: RequestDocument): Slip | undefined {
  // Hardly any request has both, and to see that costs next to nothing.
  if (!text.includes('\n-') && !text.startsWith('-')) return undefined;
  if (!text.includes('\n+') && !text.startsWith('+')) return undefined;
  const marks: TextEdit[] = [];
  const context: TextEdit[] = [];
  let isIndented = true;
  let bare = '';
  let from = 0;
  for (const end of [...text.matchAll(lineEnd), undefined]) {
    const line = text.slice(from, end?.index);
    const to = end ? end.index + end[0].length : text.length;
    const isHeading = heading.test(line);
    if (isHeading || line.startsWith('-')) marks.push({ from, to, insert: '' });
    else if (line.startsWith('+')) marks.push({ from, to: from + 1, insert: '' });
    else if (line.startsWith(' ')) context.push({ from, to: from + 1, insert: '' });
    else if (line.startsWith('<')) isIndented = false;
    else if (!isBlank(line)) return undefined;
    bare += text.slice(from, to).replace(isHeading ? /[^\r\n]/g : /^[-+]/, ' ');
    from = to;
  }
  const held = heldLines(bare);
  if (marks.some(mark => held.has(mark.from))) return undefined;
  // The blank before what is neither old nor new is lost where only a piece was copied.
  const edits = isIndented ? [...marks, ...context] : marks;
  const at = marks[0]?.from ?? 0;
  const meaning = { of: 'a diff', shows: '- before old lines and + before new ones' };
  return slip('document.escaped', { from: at, to: at + 1 }, meaning, edits, {
    title: 'Keep the new lines only',
    isGuess: true,
  });
}
