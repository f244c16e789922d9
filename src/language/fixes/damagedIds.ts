import { readItemId } from '../../ews/itemId.ts';
import { type ItemIdDamage, repairsOfChangeKey, repairsOfItemId } from '../../ews/itemIdRepair.ts';
import { attributeNamed, type XmlAttribute } from '../../xml/index.ts';
import { attributeAt, type ElementCase, type Fix, likely, possible, replace } from './fix.ts';

/** Gives an id, or a ChangeKey, the form that it had before something happened to it. */
export function repairId({ element, problem }: ElementCase): readonly Fix[] {
  const attribute = attributeAt(element, problem.from);
  if (!attribute?.valueRange) return [];
  const { name, value, valueRange } = attribute;
  const repairs = name === 'ChangeKey' ? repairsOfChangeKey(value) : repairsOfItemId(value);
  // An id does not tell which of the two URL-safe forms it has.
  const shown = repairs[0]?.damage.startsWith('URL-safe') ? repairs : repairs.slice(0, 1);
  return shown.flatMap(({ damage, id }) => {
    const edit = replace(valueRange, id);
    return shown.length > 1 ? possible(titles[damage], edit) : likely(titles[damage], edit);
  });
}

const titles: Readonly<Record<ItemIdDamage, string>> = {
  'white space': 'Remove the white space',
  'unseen characters': 'Remove the unseen characters',
  'blank for +': 'Write + for each blank',
  'soft line break': 'Remove = and the line break',
  quotes: 'Remove the quotes',
  'URL encoding': 'Write the characters themselves',
  'no padding': 'Add = at the end',
  'URL-safe form': 'Write / for - and + for _',
  'URL-safe form of RFC 4648': 'Write + for - and / for _',
};

/** Exchanges an Id and a ChangeKey that stand in each other's place. */
export function exchangeIdAndKey({ element, request }: ElementCase): readonly Fix[] {
  const [id, key] = ['Id', 'ChangeKey'].map(wanted => attributeNamed(element, wanted));
  if (!id?.valueRange || !key?.valueRange || readItemId(key.value).health !== 'ok') return [];
  const raw = ({ valueRange }: XmlAttribute) => request.text.slice(valueRange?.from, valueRange?.to);
  return likely('Exchange Id and ChangeKey', replace(id.valueRange, raw(key)), replace(key.valueRange, raw(id)));
}
