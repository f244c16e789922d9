import { elementsOf, escapeXml, type Range, textOf } from '../../xml/index.ts';
import { isSid } from '../problems/addresses.ts';
import { nameHere } from '../problems/context.ts';
import { type Case, type ElementCase, type Fix, likely, possible, rename, replace, wordOf } from './fix.ts';

/** Puts the scheme before an address, or in the place of one that is written for it. */
export function addScheme(scheme: 'tel:' | 'sip:'): (given: Case) => readonly Fix[] {
  return given => {
    const { problem, request } = given;
    const { from } = problem;
    const found = wordOf(given, 'scheme');
    if (found === undefined) return likely(`Write ${scheme} before it`, { from, to: from, insert: scheme });
    const isThere = request.text.startsWith(found, from);
    if (problem.data['replaceable'] !== true || !isThere) return [];
    return likely(`Write ${scheme} in place of ${found}`, replace({ from, to: from + found.length }, scheme));
  };
}

/** Leaves the address alone in its element. */
export function keepAddress(given: ElementCase): readonly Fix[] {
  const meant = wordOf(given, 'meant');
  // A comment between the tags is kept, and the address is for the author to mend.
  const isPlain = given.element.children.every(({ kind }) => kind === 'text' || kind === 'reference');
  return meant !== undefined && isPlain ? likely(`Change to ${meant}`, replace(given.problem, escapeXml(meant))) : [];
}

/** Swaps the texts of two elements. */
export function swapTexts({ problem, request }: ElementCase): readonly Fix[] {
  const [other] = problem.related;
  if (!other) return [];
  const text = ({ from, to }: Range) => request.text.slice(from, to);
  return likely('Swap the two', replace(problem, text(other)), replace(other, text(problem)));
}

/** Names the user by another element where the value is of that form; a SID in lower case stays one, in upper case. */
export function nameUserOtherwise({ element, problem, request }: ElementCase): readonly Fix[] {
  const { parent } = element;
  const value = textOf(request.xml, element);
  const upper = value.toUpperCase();
  const isWritten = request.text.slice(problem.from, problem.to) === value;
  if (isWritten && value !== upper && isSid(upper)) return likely(`Change to ${upper}`, replace(problem, upper));
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(value);
  if (parent?.local !== 'ConnectingSID' || elementsOf(parent).length > 1 || !(isAddress || isSid(value))) return [];
  const change = (name: 't:PrimarySmtpAddress' | 't:PrincipalName' | 't:SID') => {
    const here = nameHere(parent, name);
    return [`Change to <${here}>`, ...rename(element, here)] as const;
  };
  if (!isAddress) return likely(...change('t:SID'));
  return [...likely(...change('t:PrimarySmtpAddress')), possible(...change('t:PrincipalName'))];
}
