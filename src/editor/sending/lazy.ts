/** What the second bundle holds. */
export type Bundle = typeof import('./bundle.ts');

let loading: Promise<Bundle> | undefined;

/** The second bundle, loaded once. */
export function loadBundle(): Promise<Bundle> {
  loading ??= load();
  return loading;
}

/** Importing undici replaces the fetch of the whole extension host in older VS Codes: what was there is put back. */
async function load(): Promise<Bundle> {
  const dispatcher = Symbol.for('undici.globalDispatcher.1');
  const before = Object.getOwnPropertyDescriptor(globalThis, dispatcher);
  try {
    return await import('./bundle.ts');
  } finally {
    if (before) Object.defineProperty(globalThis, dispatcher, before);
    else Reflect.deleteProperty(globalThis, dispatcher);
  }
}
