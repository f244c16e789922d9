import { operations } from '../../src/ews/operations/index.ts';
import { envelopeFor } from '../../src/language/index.ts';

const finished = envelopeFor(operations.find(({ name }) => name === 'RemoveImContactFromGroup')!, {
  ContactId: { Id: 'AAMkADBhNmUxZjNj', ChangeKey: 'EQAAAA==' },
  GroupId: { Id: 'AAMkADBhNmUxZjNj', ChangeKey: 'EgAAAA==' },
});

/** Texts that nobody writes, each with so many of something: far beyond any request, so that quadratic time shows. */
export function hostileRequests(size: number): Readonly<Record<string, string>> {
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
