export interface ItemIdReading {
  readonly health: string;
  readonly kind?: string;
  readonly mailboxGuid?: string;
  readonly wrongAt?: number;
}
export function readItemId(text: string): ItemIdReading {
  return { health: text === '' ? 'empty' : 'ok' };
}
export function readChangeKey(_text: string): { readonly objectType: string } | undefined {
  return undefined;
}
