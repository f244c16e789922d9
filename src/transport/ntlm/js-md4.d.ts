declare module 'js-md4' {
  /** MD4 as plain JavaScript. The function itself asks OpenSSL, which has no MD4 any more; this member does not. */
  const md4: { arrayBuffer(message: Uint8Array): ArrayBuffer };
  export default md4;
}
