import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';

/**
 * The module `kerberos` that VS Code brings for its own proxy sign-in; it is not part of this extension. Throws where
 * there is none, or none that fits the system.
 */
export function bundledKerberos(): unknown {
  for (const folder of folders) {
    try {
      return load(path.join(vscode.env.appRoot, folder, 'kerberos'));
    } catch {
      // Not there, or not for this platform: the next place may have it.
    }
  }
  throw new Error('This VS Code brings no Kerberos.');
}

/** Loads by an absolute path, wherever this file is bundled to. */
const load = createRequire(path.join(vscode.env.appRoot, 'package.json'));

/** The desktop packs its modules into one file, a server does not. */
const folders: readonly string[] = [
  'node_modules.asar',
  'node_modules.asar.unpacked',
  'node_modules',
  'remote/node_modules',
];
