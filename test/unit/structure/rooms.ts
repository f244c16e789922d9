import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Source } from './sources.ts';

/** What the files of one room may import besides each other. */
export interface Room {
  readonly rooms: readonly string[];
  /** Other packages: none at all, those of npm, or also what Node brings. */
  readonly packages: 'none' | 'npm' | 'node';
  readonly vscode?: true;
}

const core = ['ews', 'xml', 'language', 'response', 'transport', 'sending', 'history', 'sandbox', 'panel'];

/** The import rule: a room that is not named here may not exist. `extension.ts` stands for itself. */
export const rooms: Readonly<Record<string, Room>> = {
  ews: { rooms: [], packages: 'none' },
  xml: { rooms: [], packages: 'npm' },
  language: { rooms: ['ews', 'xml'], packages: 'npm' },
  response: { rooms: ['ews', 'xml'], packages: 'npm' },
  transport: { rooms: [], packages: 'node' },
  sending: { rooms: ['ews', 'xml', 'language', 'response', 'transport'], packages: 'npm' },
  history: { rooms: ['ews', 'response', 'sending'], packages: 'npm' },
  sandbox: { rooms: ['ews', 'xml', 'language'], packages: 'node' },
  panel: { rooms: ['ews', 'response', 'sending', 'history'], packages: 'npm' },
  editor: { rooms: core, packages: 'node', vscode: true },
  commandLine: { rooms: core, packages: 'node' },
  'extension.ts': { rooms: ['editor'], packages: 'none', vscode: true },
};

/** Every import of a file that the rule forbids, one sentence each. */
export function forbiddenImports(source: Source): readonly string[] {
  const name = roomOf(source.file);
  const room = rooms[name];
  if (room === undefined) return [`${source.file}: there is no rule for ${name}`];
  return source.imports
    .filter(specifier => !allowed(source.file, specifier, name, room))
    .map(specifier => `${source.file} imports ${specifier}`);
}

function allowed(file: string, specifier: string, name: string, room: Room): boolean {
  if (specifier === 'vscode') return room.vscode === true;
  if (isBuiltin(specifier)) return room.packages === 'node';
  if (!specifier.startsWith('.')) return room.packages !== 'none';
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  // package.json is how the product learns its own version.
  if (target === 'package.json') return room.packages === 'node';
  const other = target.startsWith('src/') ? roomOf(target) : undefined;
  return other === name || (other !== undefined && room.rooms.includes(other));
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}
