import { createHmac } from 'node:crypto';
import md4 from 'js-md4';

/** NTOWFv2 (section 3.3.2): the key that stands for user, domain and password. Only the user is put in capitals. */
export function ntowfv2(user: string, domain: string, password: string): Buffer {
  const passwordHash = Buffer.from(md4.arrayBuffer(utf16(password)));
  return hmacMd5(passwordHash, utf16(user.toUpperCase() + domain));
}

/** HMAC_MD5 (section 6) over the parts one after the other. */
export function hmacMd5(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const hmac = createHmac('md5', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** UNICODE (section 6): UTF-16, little endian, without an end mark. */
export function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
