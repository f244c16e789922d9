import { requestHeaders, unboundHeaders } from '../src/ews/headers.ts';
import { namespaces } from '../src/ews/namespaces.ts';
import { operationNames } from '../src/ews/operationNames.ts';

/** The TextMate grammar: XML, with the words of EWS standing out. */
export function grammar(): object {
  const headers = [
    ...requestHeaders.map(({ name }) => name),
    ...unboundHeaders,
    't:ServerVersionInfo',
    't:ConnectingSID',
  ];
  const locals = headers.map(name => name.slice(2));
  return {
    name: 'EWS',
    scopeName: 'text.xml.ews',
    injections: {
      'L:meta.tag -string -comment': {
        patterns: [{ include: '#operation' }, { include: '#header' }, { include: '#soap' }],
      },
      'L:string -comment': {
        patterns: [{ include: '#namespace' }, { include: '#httpsNamespace' }, { include: '#version' }],
      },
      'L:text.xml.ews -meta.tag -string -comment': {
        patterns: [{ include: '#responseCode' }, { include: '#placeholder' }],
      },
      'L:string.quoted -comment': { patterns: [{ include: '#placeholder' }] },
    },
    patterns: [{ include: 'text.xml' }],
    repository: {
      operation: named(
        'entity.name.function.operation.ews',
        `\\b(?:${alternatives(operationNames())})(?:Response(?:Message)?)?\\b(?=[\\s/>])`,
      ),
      header: named('keyword.other.header.ews', `\\b(?:${alternatives(locals)})\\b(?=[\\s/>])`),
      soap: named('keyword.control.soap.ews', '\\b(?:Envelope|Header|Body|Fault)\\b(?=[\\s/>])'),
      namespace: named('support.constant.namespace.ews', `(?:${alternatives(Object.values(namespaces))})(?=["'])`),
      httpsNamespace: named(
        'invalid.illegal.namespace.ews',
        `(?:${alternatives(Object.values(namespaces).map(uri => uri.replace('http:', 'https:')))})(?=["'])`,
      ),
      version: named('constant.language.version.ews', '\\bExchange20(?:07|09|10|12|13|15|16)(?:_SP[12])?\\b'),
      responseCode: {
        patterns: [
          named('markup.inserted.responseCode.ews', '\\bNoError\\b'),
          named('markup.deleted.responseCode.ews', '\\bError[A-Z][A-Za-z0-9]+\\b'),
        ],
      },
      placeholder: named('markup.changed.placeholder.ews', '\\{\\{[^{}]*\\}\\}'),
    },
  };
}

function named(name: string, match: string): { readonly name: string; readonly match: string } {
  return { name, match };
}

/** Longest first, so that no name hides a longer one that begins alike. */
function alternatives(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(word => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
