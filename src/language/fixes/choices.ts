import { elementsOf, textOf, type XmlElement } from '../../xml/index.ts';
import type { RequestDocument } from '../request.ts';
import { type ElementCase, type Fix, possible, replace, withLine, wordsIn } from './fix.ts';

/** Keeps one of several elements of which one may stand; which one is for the author to say. */
export function keepOne(given: ElementCase): readonly Fix[] {
  const { element, request } = given;
  const allowed = wordsIn(given, 'allowed').map(name => name.toLowerCase());
  const rivals = element.parent
    ? elementsOf(element.parent).filter(({ name }) => allowed.includes(name.toLowerCase()))
    : [];
  if (!rivals.includes(element)) return [];
  // Of several that say the same, keeping one is as good as another.
  const distinct = [...Map.groupBy(rivals, rival => saying(request, rival)).values()].flatMap(alike =>
    alike.slice(0, 1),
  );
  const isTwice = (name: string) => distinct.filter(rival => rival.name === name).length > 1;
  return distinct.slice(0, mostOffered).map(kept => {
    const value = isTwice(kept.name) ? ` ${textOf(request.xml, kept).trim().slice(0, 60)}` : '';
    const others = rivals.filter(rival => rival !== kept);
    const edits = others.map(other => replace(withLine(request.text, other), ''));
    return possible(`Keep <${kept.name}>${value}`, ...edits);
  });
}

/** What an element says, with its name. */
function saying({ xml }: RequestDocument, element: XmlElement): string {
  return `${element.name} ${textOf(xml, element).trim()}`;
}

const mostOffered = 8;
