import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';

interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a page of the panel holds. */
export interface ReadPage {
  readonly elements: readonly ReadElement[];
  readonly links: readonly { readonly command: string; readonly argument: string | undefined }[];
  readonly text: string;
}

/** Reads the page as XML, which it is but for void elements, valueless attributes and the style sheet. */
export function readPage(html: string): ReadPage {
  const xml = html
    .replace(/^<!DOCTYPE html>\n/, '')
    .replace(/<style[^>]*>[^<]*<\/style>/, '')
    .replace(/<(meta|wbr)\b([^>]*)>/g, '<$1$2/>')
    .replace(/(<details [^>]*) open>/g, '$1 open="">');
  const elements: ReadElement[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on('text', value => {
    text += value;
  });
  parser.on('error', error => {
    throw error;
  });
  parser.write(xml).close();
  const links = elements.flatMap(element => (element.name === 'a' ? [linkOf(element.attributes['href'] ?? '')] : []));
  return { elements, links, text };
}

function linkOf(href: string): ReadPage['links'][number] {
  const [, command = '', query] = /^command:([\w.]+)(?:\?(.*))?$/s.exec(href) ?? [];
  const values: unknown = query === undefined ? [] : JSON.parse(decodeURIComponent(query));
  assert.ok(Array.isArray(values));
  return { command, argument: values[0] };
}
