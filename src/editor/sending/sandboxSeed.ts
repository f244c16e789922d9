import * as vscode from 'vscode';
import { parseSeed, type SandboxContent } from '../../sandbox/index.ts';
import type { Log } from '../views/log.ts';

/** The content that the setting ews.sandbox.seed wants; undefined without one, or when its file cannot be used, which the user is told. */
export async function seededContent(log: Log): Promise<SandboxContent | undefined> {
  const seed = seedFile();
  if (!seed) return undefined;
  const complaints: string[] = [];
  if (typeof seed === 'string') complaints.push(seed);
  else {
    const text = await readSeed(seed);
    const reading = text === undefined ? undefined : parseSeed(text);
    if (reading?.kind === 'content') return reading.content;
    complaints.push(
      ...(reading?.problems ?? [`${seed.path} cannot be read. Write its path from the workspace folder.`]),
    );
  }
  for (const complaint of complaints) log.warn(`ews.sandbox.seed: ${complaint}`);
  void tellProblems(log, typeof seed === 'string' ? undefined : seed);
  return undefined;
}

/** The file, or what is wrong with the setting. In an untrusted workspace VS Code leaves the workspace's value out. */
function seedFile(): vscode.Uri | string | undefined {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const value: unknown = vscode.workspace.getConfiguration('ews', folder.uri).get('sandbox.seed');
    if (typeof value !== 'string' || value.trim() === '') continue;
    const file = vscode.Uri.joinPath(folder.uri, value.trim());
    const isInside = file.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`);
    return isInside ? file : 'The path leads out of the workspace folder. Name a file inside it.';
  }
  return undefined;
}

async function readSeed(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

async function tellProblems(log: Log, file: vscode.Uri | undefined): Promise<void> {
  const showLog = vscode.l10n.t('Show Log');
  const openFile = vscode.l10n.t('Open File');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The file that ews.sandbox.seed names cannot be used, so the sandbox holds its own first content. The log says what to mend.',
    ),
    showLog,
    ...(file ? [openFile] : []),
  );
  if (choice === showLog) log.show();
  if (choice === openFile && file) await vscode.commands.executeCommand('vscode.open', file);
}
