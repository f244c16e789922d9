import type { Meaning } from '../../ews/schema.ts';
import { refusedPropertyTypes } from '../../ews/types.ts';
import { textOf, type XmlElement } from '../../xml/index.ts';
import { checkAddress } from './addresses.ts';
import { type Check, isFinished, valueRange } from './context.ts';
import { checkId } from './ids.ts';

/** Checks what no schema can: ids, addresses and names by what they mean. `sound` says that the schema is content. */
export function checkMeaning(check: Check, element: XmlElement, meaning: Meaning, sound: boolean): void {
  if (meaning === 'imContactId' || meaning === 'imGroupId' || meaning === 'itemId') checkId(check, element, meaning);
  else if (meaning === 'extendedProperty') checkExtendedProperty(check, element, sound);
  else if (sound && isFinished(element)) checkText(check, element, meaning);
}

/** White space, and what has no shape at all, such as a zero-width space. */
function isInvisible(value: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(value);
}

function checkText(check: Check, element: XmlElement, meaning: Meaning): void {
  const value = textOf(check.request.xml, element);
  const range = valueRange(element);
  const { reporter } = check;
  if (isInvisible(value)) {
    reporter.report('value.blank', range, { name: `<${element.name}>` });
    return;
  }
  checkAddress(check, element, meaning, value);
}

/** By rule, not by schema: a PropertyTag alone, or one property set with one of name and id. */
function checkExtendedProperty(check: Check, element: XmlElement, sound: boolean): void {
  if (!sound) return;
  const values = new Map(element.attributes.map(attribute => [attribute.name, attribute]));
  const count = (...names: readonly string[]) => names.filter(name => values.has(name)).length;
  const sets = count('DistinguishedPropertySetId', 'PropertySetId');
  const members = count('PropertyName', 'PropertyId');
  const named = values.has('PropertyTag') ? sets === 0 && members === 0 : sets === 1 && members === 1;
  if (!named) check.reporter.report('extended-property.combination', element.nameRange, {});
  const tag = values.get('PropertyTag');
  if (tag?.valueRange && Number(tag.value.trim()) >= 0x8000)
    check.reporter.report('extended-property.custom-tag', tag.valueRange, {});
  const type = values.get('PropertyType');
  if (type?.valueRange && refusedPropertyTypes.includes(type.value)) {
    check.reporter.report('extended-property.type', type.valueRange, { value: type.value });
  }
}
