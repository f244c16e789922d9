import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const schema = loadSchema();

/** What libxml2 says of an envelope against the schema set in test/fixtures/schema: its first sentence, or undefined. */
export function schemaVerdict(text: string): string | undefined {
  try {
    const document = XmlDocument.fromString(text);
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

function loadSchema(): XsdValidator {
  xmlRegisterFsInputProviders();
  const url = fileURLToPath(new URL('../fixtures/schema/soap.xsd', import.meta.url));
  return XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(url, 'utf8'), { url }));
}
