import type { CodeLookup } from '../../language/index.ts';
import { loadBundle } from './lazy.ts';

/** The table of ResponseCodes for hovers in answers, from the second bundle. */
export async function codeLookup(): Promise<CodeLookup> {
  const { lookUpCode } = await loadBundle();
  return name => {
    const { fact } = lookUpCode(name);
    return { meaning: fact.meaning, category: fact.category };
  };
}
