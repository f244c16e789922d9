import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the tests ask of package.json; everything VS Code allows to be absent may be. */
export interface Manifest {
  readonly main: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly activationEvents?: readonly string[];
  readonly contributes: {
    readonly commands?: readonly Command[];
    readonly menus?: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly keybindings?: readonly { readonly command: string }[];
    readonly languages?: readonly { readonly id: string }[];
    readonly views?: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome?: readonly { readonly contents: string }[];
    readonly walkthroughs?: readonly { readonly steps: readonly WalkthroughStep[] }[];
    readonly configuration?: Configuration | readonly Configuration[];
  };
}

/** A command that the manifest declares. */
export interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

interface WalkthroughStep {
  readonly description: string;
  readonly completionEvents?: readonly string[];
}

interface Configuration {
  readonly properties?: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly description?: string;
  readonly markdownDescription?: string;
}

const root = path.resolve(import.meta.dirname, '../../..');

/** The manifest of the extension, with the texts of package.nls.json in place of their keys. */
export function readManifest(): Manifest {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const texts = nlsTexts();
  return JSON.parse(text, (_key, value) => {
    const key = typeof value === 'string' ? /^%([^%]+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (texts[key] ?? value);
  });
}

/** The settings that a manifest declares, by their full names. */
export function declaredSettings(manifest: Manifest): Readonly<Record<string, Setting>> {
  const configurations = [manifest.contributes.configuration ?? []].flat();
  return Object.assign({}, ...configurations.map(configuration => configuration.properties ?? {}));
}

/** The commands that menus and keybindings of a manifest name. */
export function usedCommands(manifest: Manifest): readonly string[] {
  const { menus, keybindings } = manifest.contributes;
  const entries = [...Object.values(menus ?? {}).flat(), ...(keybindings ?? [])];
  return entries.flatMap(entry => entry.command ?? []);
}

/** Every file that a manifest names, relative to the checkout, without what the build makes. */
export function namedFiles(manifest: Manifest): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const file = value.replace(/^\.\//, '');
      if (/^[\w-]+(\/[\w.-]+)*\.(json|code-snippets|png|svg|md)$/.test(file)) found.add(file);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  const { icon, contributes } = manifest as Manifest & { icon?: string };
  visit([icon, contributes]);
  return [...found];
}

function nlsTexts(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'));
  } catch {
    return {};
  }
}
