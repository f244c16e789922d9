export { type DecodedText, decodeBytes } from './encoding.ts';
export { escapeXml, unescapeXml } from './escape.ts';
export { htmlCharacter } from './htmlCharacters.ts';
export { leafAt, leafMarks } from './leaves.ts';
export { parseXml } from './parse.ts';
export { quickLook } from './quickLook.ts';
export { Scope } from './scope.ts';
export { strictParser } from './strictParser.ts';
export {
  applyEdits,
  contentRange,
  isBlank,
  lineIndex,
  type TextEdit,
  textOf,
  trimmedRange,
} from './text.ts';
export * from './tree.ts';
export { wellFormedness, type XmlFlaw } from './wellFormedness.ts';
