import * as vscode from 'vscode';
import type { Severity } from '../language/index.ts';

/** All settings, read in one place and passed on as values. */
export interface Settings {
  readonly endpoints: { readonly user: readonly unknown[]; readonly workspace: readonly unknown[] };
  readonly activeEndpoint: string;
  /** Seconds. */
  readonly timeout: number;
  /** Mebibytes. */
  readonly maxResponseSize: number;
  readonly confirmChanges: boolean;
  /** The app registration for the sign-in at Microsoft. */
  readonly microsoft: { readonly clientId: string; readonly tenant: string };
  /** How many exchanges are kept; 0 keeps none on disk. */
  readonly historyLimit: number;
  readonly problems: Readonly<Record<string, Severity | 'off'>>;
}

/**
 * The settings as they are now, each read when it is asked for; those for a resource where one is given. Values of the wrong
 * type fall back to their defaults.
 */
export function readSettings(resource?: vscode.Uri): Settings {
  const settings = vscode.workspace.getConfiguration('ews', resource);
  return {
    get endpoints() {
      const endpoints = settings.inspect<unknown>('endpoints');
      return { user: list(endpoints?.globalValue), workspace: list(endpoints?.workspaceValue) };
    },
    get activeEndpoint() {
      return text(settings.get('activeEndpoint'));
    },
    get timeout() {
      return positive(settings.get('timeout'), 100);
    },
    get maxResponseSize() {
      return positive(settings.get('maxResponseSize'), 64);
    },
    get confirmChanges() {
      return settings.get('confirmChanges') !== false;
    },
    get microsoft() {
      const tenant = text(settings.get('microsoft.tenant')) || 'organizations';
      return { clientId: text(settings.get('microsoft.clientId')), tenant };
    },
    get historyLimit() {
      return count(settings.get('history.limit'), 50);
    },
    get problems() {
      return severities(settings.get('problems'));
    },
  };
}

/** Runs when a setting with one of the given names (without `ews.`) changes. */
export function onSettingsChange(names: readonly string[], run: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (names.some(name => change.affectsConfiguration(`ews.${name}`))) run();
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function positive(value: unknown, fallback: number): number {
  return typeof value === 'number' && value > 0 ? value : fallback;
}

function count(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : fallback;
}

const levels: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

function severities(value: unknown): Readonly<Record<string, Severity | 'off'>> {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(([, level]) => typeof level === 'string' && levels.includes(level));
  return Object.fromEntries(known) as Record<string, Severity | 'off'>;
}
