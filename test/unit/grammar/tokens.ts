import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import textmate from 'vscode-textmate';

/** One piece of a line with the innermost of its scopes. */
export interface Token {
  readonly text: string;
  readonly scope: string;
}

/** The tokens of a text in the committed grammar; spaces alone are left out. */
export async function tokensOf(text: string): Promise<readonly Token[]> {
  const grammar = await registry().loadGrammar('text.xml.ews');
  if (!grammar) throw new Error('The registry has no grammar.');
  let stack = textmate.INITIAL;
  return text.split('\n').flatMap(line => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex).trim(),
        scope: scopes.at(-1) ?? '',
      }))
      .filter(token => token.text !== '');
  });
}

function registry(): textmate.Registry {
  return new textmate.Registry({
    onigLib: oniguruma(),
    loadGrammar: async scope => {
      if (scope === 'text.xml') return xml;
      if (scope !== 'text.xml.ews') return undefined;
      const file = path.resolve(import.meta.dirname, '../../../syntaxes/ews.tmLanguage.json');
      return textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
  });
}

const require = createRequire(import.meta.url);

async function oniguruma(): Promise<textmate.IOnigLib> {
  const library = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
  await library.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  return {
    createOnigScanner: patterns => new library.OnigScanner(patterns),
    createOnigString: text => new library.OnigString(text),
  };
}

/**
 * A small grammar of XML in place of the one in VS Code, with its scopes and its habit of taking a name together with
 * the `<` before it.
 */
const xml: textmate.IRawGrammar = {
  scopeName: 'text.xml',
  patterns: [
    { begin: '<!--', end: '-->', name: 'comment.block.xml' },
    { begin: '<!\\[CDATA\\[', end: '\\]\\]>', name: 'string.unquoted.cdata.xml' },
    {
      begin: '</?(?:[\\w.-]+:)?([\\w.-]+)',
      beginCaptures: { 1: { name: 'entity.name.tag.localname.xml' } },
      end: '[/?]?>',
      name: 'meta.tag.xml',
      patterns: [{ include: '#tagStuff' }],
    },
  ],
  repository: {
    tagStuff: {
      patterns: [
        { match: '([\\w:.-]+)\\s*=', captures: { 1: { name: 'entity.other.attribute-name.localname.xml' } } },
        { begin: '"', end: '"', name: 'string.quoted.double.xml' },
        { begin: "'", end: "'", name: 'string.quoted.single.xml' },
      ],
    },
  } as unknown as textmate.IRawGrammar['repository'],
};
