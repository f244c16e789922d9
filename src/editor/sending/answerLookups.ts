import type { AnswerLookups } from '../../language/index.ts';
import { loadBundle } from './lazy.ts';

/** The tables of ResponseCodes and of builds for hovers in answers, from the second bundle. */
export async function answerLookups(): Promise<AnswerLookups> {
  const { lookUpCode, describeBuild, parseBuild } = await loadBundle();
  return {
    codes: name => {
      const { fact } = lookUpCode(name);
      return { meaning: fact.meaning, category: fact.category };
    },
    builds: text => {
      const build = parseBuild(text);
      return build && describeBuild(build).sentence;
    },
  };
}
