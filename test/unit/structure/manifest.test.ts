import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { declaredSettings, namedFiles, readManifest, usedCommands } from './manifest.ts';
import { readSources } from './sources.ts';

const root = path.resolve(import.meta.dirname, '../../..');

suite('structure: the manifest', () => {
  const manifest = readManifest();
  const commands = manifest.contributes.commands ?? [];
  const declared = commands.map(entry => entry.command);
  const settings = declaredSettings(manifest);

  test('declares commands of category EWS, with a plain title and an id under ews.', () => {
    assert.notEqual(commands.length, 0);
    const odd = commands.filter(({ command, category, title }) => {
      const plain = /^[A-Z]/.test(title) && !/^EWS\b|[!%]/.test(title);
      return !/^ews\.[a-z][A-Za-z]*$/.test(command) || category !== 'EWS' || !plain;
    });
    assert.deepEqual(odd, []);
    assert.deepEqual(
      declared.filter((command, index) => declared.indexOf(command) !== index),
      [],
    );
  });

  test('declares no command that the sources do not know', () => {
    const strings = readSources().flatMap(source => [...source.strings]);
    assert.deepEqual(
      declared.filter(command => !strings.includes(command)),
      [],
    );
  });

  test('declares every command that is registered for people: one that no other file runs', () => {
    const sources = readSources();
    const calls = sources.flatMap(source => source.calls);
    const registered = calls.filter(call => /^register\w*Command$/.test(call.name)).map(call => call.argument);
    const isInternal = (command: string): boolean => sources.filter(source => source.strings.has(command)).length > 1;
    assert.notEqual(registered.length, 0);
    assert.deepEqual(
      registered.filter(command => !declared.includes(command) && !isInternal(command)),
      [],
    );
  });

  test('names only declared commands in menus and keybindings', () => {
    assert.deepEqual(
      usedCommands(manifest).filter(command => !declared.includes(command)),
      [],
    );
  });

  test('links of walkthroughs and empty views run declared commands, and steps end with one of their own', () => {
    const texts = JSON.stringify([manifest.contributes.walkthroughs, manifest.contributes.viewsWelcome]);
    const linked = [...texts.matchAll(/\]\(command:([\w.]+)[?)]/g)].map(match => match[1] ?? '');
    assert.ok(linked.length > 5);
    assert.deepEqual(
      linked.filter(command => !declared.includes(command)),
      [],
    );
    const steps = (manifest.contributes.walkthroughs ?? []).flatMap(walkthrough => walkthrough.steps);
    assert.deepEqual(
      steps.filter(({ completionEvents, description }) => {
        const command = completionEvents?.[0]?.replace('onCommand:', '');
        return command === undefined || !description.includes(`(command:${command}`);
      }),
      [],
    );
  });

  test('declares settings under ews. that say what they do', () => {
    const odd = Object.entries(settings).filter(([name, { description, markdownDescription }]) => {
      const text = description ?? markdownDescription ?? '';
      return !/^ews\.[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$/.test(name) || text === '' || /[!]|^%/.test(text);
    });
    assert.deepEqual(odd, []);
  });

  test('declares every setting that is read, and each declared one is read', () => {
    const readers = readSources().filter(source => source.calls.some(call => call.name === 'getConfiguration'));
    const reads = readers.flatMap(source => source.calls.filter(call => /^(get|inspect|update)$/.test(call.name)));
    const own = reads.filter(call => !call.argument.startsWith('http.'));
    const read = new Set(own.map(call => (call.argument.startsWith('ews.') ? call.argument : `ews.${call.argument}`)));
    assert.deepEqual([...read].sort(), Object.keys(settings).sort());
  });

  test('a workspace that is not trusted has no say in endpoints and files', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.deepEqual([...restrictedConfigurations].sort(), ['ews.activeEndpoint', 'ews.endpoints', 'ews.sandbox.seed']);
  });

  test('is activated only by what exists', () => {
    const languages = ['xml', ...(manifest.contributes.languages ?? []).map(language => language.id)];
    const views = Object.values(manifest.contributes.views ?? {}).flatMap(list => list.map(view => view.id));
    const strings = readSources().flatMap(source => [...source.strings]);
    const known: Readonly<Record<string, readonly string[]>> = {
      onLanguage: languages,
      onCommand: declared,
      onView: views,
      onWebviewPanel: strings,
      onFileSystem: strings,
      onUri: [''],
    };
    const unknown = (manifest.activationEvents ?? []).filter(event => {
      const [kind = '', what = ''] = event.split(':');
      return !known[kind]?.includes(what);
    });
    assert.deepEqual(unknown, []);
  });

  test('names only files that exist and are packaged', () => {
    const packaged = readFileSync(path.join(root, 'test/package/files.txt'), 'utf8').split(/\r?\n/);
    const files = namedFiles(manifest);
    assert.notEqual(files.length, 0);
    assert.deepEqual(
      files.filter(file => !existsSync(path.join(root, file)) || !packaged.includes(file)),
      [],
    );
    assert.ok(packaged.includes(manifest.main.replace(/^\.\//, '')));
  });

  test('asks for the VS Code whose types are compiled against, and pins every dependency', () => {
    assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    assert.deepEqual(
      versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    );
  });
});
