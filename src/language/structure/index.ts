export { type Folding, foldingRangesOf } from './folding.ts';
export { linkedRangesAt } from './linked.ts';
export { placesOf } from './places.ts';
export { selectionRangesAt } from './selection.ts';
export { type DocumentSymbol, symbolsOf } from './symbols.ts';
