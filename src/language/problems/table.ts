import { structureKinds } from './kinds/structure.ts';
import { syntaxKinds } from './kinds/syntax.ts';
import { valueKinds } from './kinds/values.ts';

export type { Severity } from './kinds/kind.ts';

/** Every kind of problem by its code, object first. A code is stable: quick fixes and settings name it. */
export const problemTable = { ...syntaxKinds, ...structureKinds, ...valueKinds } as const;

/** The code of a kind of problem. */
export type ProblemCode = keyof typeof problemTable;

/** The facts of a case, from which the sentence is made and by which a quick fix works. */
export type ProblemData<Code extends ProblemCode = ProblemCode> = Parameters<(typeof problemTable)[Code]['message']>[0];

/** Every code, in the order of the table. */
export const problemCodes = Object.keys(problemTable) as readonly ProblemCode[];
