import { requestHeaders, unboundHeaders } from '../src/ews/headers.ts';
import { namespaces } from '../src/ews/namespaces.ts';
import { operationNames } from '../src/ews/operationNames.ts';

/**
 * The TextMate grammar: XML, with the words of EWS standing out. Its scopes are those that the themes of VS Code colour
 * in every language. A tag with a word of EWS is matched here as a whole, since the grammar of XML takes the name of an
 * element together with its `<`, so that no injection could reach it.
 */
export function grammar(): object {
  const headers = [
    ...requestHeaders.map(({ name }) => name),
    ...unboundHeaders,
    't:ServerVersionInfo',
    't:ConnectingSID',
  ];
  const locals = headers.map(name => name.slice(2));
  const uris = Object.values(namespaces);
  const https = uris.map(uri => uri.replace('http:', 'https:'));
  return {
    name: 'EWS',
    scopeName: 'text.xml.ews',
    injections: {
      'L:string.quoted -comment': {
        patterns: [
          { include: '#namespace' },
          { include: '#httpsNamespace' },
          { include: '#version' },
          { include: '#placeholder' },
        ],
      },
      'L:text.xml.ews -meta.tag -string -comment': {
        patterns: [{ include: '#responseCode' }, { include: '#placeholder' }],
      },
    },
    patterns: [{ include: '#operation' }, { include: '#header' }, { include: '#soap' }, { include: 'text.xml' }],
    repository: {
      operation: tag(
        'entity.name.function.operation.ews',
        `(?:${alternatives(operationNames())})(?:Response(?:Message)?)?`,
      ),
      header: tag('entity.name.type.header.ews', alternatives(locals)),
      soap: tag('keyword.control.soap.ews', 'Envelope|Header|Body|Fault', '(?!t:)'),
      namespace: word('entity.name.namespace.ews', `(?<=["'])(?:${alternatives(uris)})(?=["'])`),
      httpsNamespace: word('invalid.illegal.namespace.ews', `(?<=["'])(?:${alternatives(https)})(?=["'])`),
      version: word('constant.language.version.ews', '\\bExchange20(?:07|09|10|12|13|15|16)(?:_SP[12])?\\b'),
      responseCode: {
        patterns: [
          word('markup.inserted.responseCode.ews', `\\bNoError\\b${wholeText}`),
          word('markup.deleted.responseCode.ews', `\\bError[A-Z][A-Za-z0-9]+\\b${wholeText}`),
        ],
      },
      placeholder: word('markup.changed.placeholder.ews', '\\{\\{[^{}]*\\}\\}'),
    },
  };
}

/** Before the end of an element, or of the line. */
const wholeText = '(?=\\s*(?:</|$))';

/** A start tag or end tag whose local name gets a scope of its own, under any prefix that `condition` lets pass. */
function tag(scope: string, localName: string, condition = ''): object {
  return {
    name: 'meta.tag.xml',
    begin: `(</?)${condition}(?:([-\\w.]+)(:))?(${localName})(?=[\\s/>])`,
    beginCaptures: {
      1: { name: 'punctuation.definition.tag.xml' },
      2: { name: 'entity.name.tag.namespace.xml' },
      3: { name: 'entity.name.tag.xml punctuation.separator.namespace.xml' },
      4: { name: `entity.name.tag.localname.xml ${scope}` },
    },
    end: '/?>',
    endCaptures: { 0: { name: 'punctuation.definition.tag.xml' } },
    patterns: [{ include: 'text.xml#tagStuff' }],
  };
}

function word(name: string, match: string): { readonly name: string; readonly match: string } {
  return { name, match };
}

/** Longest first, so that no name hides a longer one that begins alike. */
function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
}
