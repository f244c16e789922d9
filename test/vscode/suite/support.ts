import * as vscode from 'vscode';

/** Milliseconds until a condition that does not come true is a failure. */
const patience = 10_000;

/** Opens a text in an editor of a language, which closes with the suite, and waits until commands go to that editor. */
export async function open(content: string, language = 'ews'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document);
  const isActive = () => vscode.window.activeTextEditor?.document === document || undefined;
  await eventually(vscode.window.onDidChangeActiveTextEditor, isActive);
  return editor;
}

/** Waits for an event that makes a value appear: asked at once, and again at every event. */
export async function eventually<T>(event: vscode.Event<unknown>, value: () => T | undefined): Promise<T> {
  const now = value();
  if (now !== undefined) return now;
  return await new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      subscription.dispose();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Nothing came in ${patience} ms.`));
    }, patience);
    const subscription = event(() => {
      const then = value();
      if (then === undefined) return;
      stop();
      resolve(then);
    });
  });
}

/** The problems of a document once there are any, or once they are gone. */
export async function problems(document: vscode.TextDocument, wanted: 'some' | 'none'): Promise<readonly string[]> {
  return await eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const codes = vscode.languages
      .getDiagnostics(document.uri)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code));
    return codes.length > 0 === (wanted === 'some') ? codes : undefined;
  });
}

/** Accepts the first line of the list as soon as there is one; before that, accepting does nothing. */
export async function chooseFirst(command: Thenable<unknown>): Promise<void> {
  let done = false;
  const finished = Promise.resolve(command).finally(() => {
    done = true;
  });
  while (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await finished;
}

/** Closes every editor without saving, and waits until the extension host knows of it. */
export async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.tabGroups.close(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ isDirty }) => !isDirty),
    );
  }
  const untitled = () => vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled).length;
  await eventually(vscode.workspace.onDidCloseTextDocument, () => untitled() === 0 || undefined);
  // News of a closed panel comes another way than that of its tab, but before the answer to this.
  await vscode.commands.executeCommand('setContext', 'ews.testClosedAll', true);
}
