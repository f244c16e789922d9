import type * as vscode from 'vscode';
import { type Problem, problemsIn, type RequestDocument, withSeverities } from '../../language/index.ts';
import { readSettings } from '../settings.ts';

/** The problems of a request as the settings for its document want them: what they have switched off is nobody's problem. */
export function shownProblems(
  request: RequestDocument,
  { uri }: vscode.TextDocument,
  further: readonly Problem[] = [],
): readonly Problem[] {
  return withSeverities([...problemsIn(request), ...further], readSettings(uri).problems);
}
