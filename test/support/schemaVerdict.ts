import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

xmlRegisterFsInputProviders();
const requests = loadSchema('schema/soap.xsd');
const answers = loadSchema('answerSchema/answers.xsd');

/** What libxml2 says of a request against the schema set in test/fixtures/schema: its first sentence, or undefined. */
export function schemaVerdict(text: string): string | undefined {
  return verdict(requests, text);
}

/** What libxml2 says of an answer (no fault) against the schema set in test/fixtures/answerSchema. */
export function answerVerdict(text: string): string | undefined {
  return verdict(answers, text);
}

function verdict(schema: XsdValidator, text: string): string | undefined {
  try {
    // A namespace that is no URI is a warning to libxml2 and valid to both judges; the binding would throw at it.
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NOWARNING });
    try {
      schema.validate(document);
      return undefined;
    } finally {
      document.dispose();
    }
  } catch (refusal) {
    return refusal instanceof Error ? refusal.message : String(refusal);
  }
}

function loadSchema(file: string): XsdValidator {
  const url = fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
  return XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(url, 'utf8'), { url }));
}
