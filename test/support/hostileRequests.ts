import { operations } from '../../src/ews/operations/index.ts';
import { envelopeFor } from '../../src/language/index.ts';

const finished = envelopeFor(operations.find(({ name }) => name === 'RemoveImContactFromGroup')!, {
  ContactId: { Id: 'AAMkADBhNmUxZjNj', ChangeKey: 'EQAAAA==' },
  GroupId: { Id: 'AAMkADBhNmUxZjNj', ChangeKey: 'EgAAAA==' },
});

/** Texts that nobody writes, each with so many of something: far beyond any request, so that quadratic time shows. */
export function hostileRequests(size: number): Readonly<Record<string, string>> {
  return { ...hostileMarkup(size), ...hostileNames(size), ...hostileContent(size) };
}

function inOperation(text: string): string {
  return finished.replace('<m:GroupId', () => `${text}<m:GroupId`);
}

function numbered(size: number, text: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => text(index)).join('');
}

/** Declarations and prefixes, inside each other, side by side and on one element. */
function hostileNames(size: number): Readonly<Record<string, string>> {
  const few = size / 10;
  const declarations = numbered(few, index => ` xmlns:n${index}="urn:${index}"`);
  const below = (text: string) => inOperation(text).replace('<soap:Envelope', `<soap:Envelope${declarations}`);
  return {
    'nested declarations': numbered(few, index => `<a xmlns:n${index}="urn:${index}">`) + '</a>'.repeat(few),
    'nested declarations of one prefix': numbered(few, index => `<n:a xmlns:n="urn:${index}">`) + '</n:a>'.repeat(few),
    'declarations side by side below many': `<a${declarations}>${numbered(few, index => `<b xmlns:m${index}="u"/>`)}</a>`,
    'unknown children below many declarations': below('<m:Extra/>'.repeat(few)),
    'unknown children that declare, below many': below('<m:Extra xmlns:q="u"/>'.repeat(few)),
    'prefixes that nobody declares': inOperation(numbered(few, index => `<p${index}:x/>`)),
    'attributes in a long namespace': `<a xmlns:p="${'u'.repeat(size)}"${numbered(few, index => ` p:a${index}=""`)}/>`,
  };
}

/** What is wrong inside an envelope, so many times. */
function hostileContent(size: number): Readonly<Record<string, string>> {
  const few = size / 10;
  const inBody = (text: string) => finished.replace('</soap:Body>', `${text}</soap:Body>`);
  const inHeader = (text: string) => finished.replace('</soap:Header>', `${text}</soap:Header>`);
  return {
    'very many operations': inBody('<m:RemoveImGroup/>'.repeat(few)),
    'very many headers': inHeader(numbered(few, index => `<t:H${index}/>`)),
    'ways to name a user': inHeader(
      `<t:ExchangeImpersonation><t:ConnectingSID>${numbered(few, index => `<t:SID>S-1-${index}</t:SID>`)}</t:ConnectingSID></t:ExchangeImpersonation>`,
    ),
    'headers in the Body': inBody('<t:TimeZoneContext/>'.repeat(few)),
    'children in turn': inOperation('<m:GroupId Id="a"/><m:ContactId Id="a"/>'.repeat(few)),
    'children inside each other': inOperation('<m:GroupId>'.repeat(few) + '</m:GroupId>'.repeat(few)),
    'end tags of another name': '<a></b>'.repeat(size),
    'start tags without end': inOperation('<m:x a="1">'.repeat(few)),
    'tags that end wrong': inOperation('<m:x / >'.repeat(size / 50)),
    'curly quotes around values': '=“a” '.repeat(size),
    'curly quotes in tags': inOperation('<m:x Id=“a”/>'.repeat(size / 50)),
    'less-than signs in values': inOperation('<m:x a="<"/>'.repeat(few)),
    'references before a document type': `${'&a;'.repeat(size)}<!DOCTYPE a>`,
    'comments in a document type': `<!DOCTYPE a ${'<!--'.repeat(size)}`,
    comments: inOperation('<!--x-->'.repeat(few)),
    'CDATA sections': inOperation('<![CDATA[x]]>'.repeat(few)),
    instructions: inOperation('<?x y?>'.repeat(few)),
    'texts with references': inOperation('a&lt;b '.repeat(few)),
    'a version of digits': finished.replace(/Version="[^"]*"/, `Version="1.${'1'.repeat(size)}x"`),
    'a value of quotes': finished.replace(/Id="[^"]*"/, `Id='${'"'.repeat(size)}'`),
    'a value of line ends': finished.replace(/Id="[^"]*"/, `Id="${'\n'.repeat(size)}"`),
    'blanks before an attribute that is wrong': finished.replace(
      '<soap:Envelope',
      `<soap:Envelope${' '.repeat(size)}a`,
    ),
    'repeated attributes': `<a ${'b="x" '.repeat(size)}/>`,
    'repeated ids on an operation': finished.replace(
      '<m:RemoveImContactFromGroup',
      `<m:RemoveImContactFromGroup ${'GroupId="x" '.repeat(size)}`,
    ),
  };
}

function hostileMarkup(size: number): Readonly<Record<string, string>> {
  return {
    'elements nested very deep': '<a>'.repeat(size),
    'elements nested very deep and closed': '<a>'.repeat(size) + '</a>'.repeat(size),
    'elements of EWS nested very deep': `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${'<m:GroupId>'.repeat(size)}`,
    'very many attributes': `<a ${Array.from({ length: size }, (_, index) => `a${index}="x"`).join(' ')}/>`,
    'very many attributes on an id': finished.replace(
      '<m:GroupId',
      `<m:GroupId ${Array.from({ length: size }, (_, index) => `a${index}="x"`).join(' ')}`,
    ),
    'very many namespaces': `<a ${Array.from({ length: size / 10 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(' ')}/>`,
    'very many children': finished.replace('<m:GroupId', `${'<m:Extra/>'.repeat(size)}<m:GroupId`),
    'very many ids': finished.replace('<m:GroupId', `${'<m:GroupId Id=""/>'.repeat(size / 10)}<m:GroupId`),
    'only <': '<'.repeat(size),
    'only <a': '<a'.repeat(size),
    'only <a and blanks': '<a '.repeat(size),
    'only <a/': '<a/'.repeat(size),
    'values with tags': '<a b="<"'.repeat(size),
    'bare ampersands and tags': '<a>&<'.repeat(size),
    'only references': '&a;'.repeat(size),
    'only references to no character': `<a>${'&#0;'.repeat(size)}</a>`,
    'only &': '&'.repeat(size),
    'only &a': '&a'.repeat(size),
    'only quotes': '"'.repeat(size),
    'a tag and quotes': `<a b=${'"'.repeat(size)}`,
    'a tag and equals signs': `<a ${'b='.repeat(size)}`,
    'values never closed': '<a b="'.repeat(size / 10),
    'values without quotes': '<a b=c '.repeat(size / 10),
    ...Object.fromEntries(
      ['<!', '<?', ']]>', '--', '&#', '\\"', '“', '=“'].map(mark => [`only ${mark}`, mark.repeat(size)]),
    ),
    'only </': '</'.repeat(size),
    'only end tags': '</a>'.repeat(size),
    'only <!--': '<!--'.repeat(size),
    'only <![CDATA[': '<![CDATA['.repeat(size / 10),
    'only <?xml': '<?xml '.repeat(size / 10),
    'only <!DOCTYPE': '<!DOCTYPE '.repeat(size / 10),
    'a long name': `<${'a'.repeat(size)}/>`,
    'a long name in the Body': finished.replaceAll('m:RemoveImContactFromGroup', `m:${'RemoveIm'.repeat(size / 10)}`),
    'a long namespace': `<a xmlns="${'http:'.repeat(size / 10)}"/>`,
    'a long id': finished.replace(/Id="[^"]*"/, `Id="${'AAMk'.repeat(size)}"`),
    'a long text': finished.replace('<m:GroupId', `${'text '.repeat(size)}<m:GroupId`),
    'blanks in an element': finished.replace('<m:GroupId', `${' '.repeat(size)}<m:GroupId`),
    'blanks in a tag': finished.replace('<m:GroupId', `<m:GroupId${' '.repeat(size)}`),
  };
}
